import * as objects from '../database/objects.ts'
import { countPendingDeliveries } from '../webhooks/deliveries.ts'
import type { Context } from './context.ts'
import { invalidRequest } from './error.ts'
import { paginate } from './list.ts'

type Json = Record<string, unknown>

const maxDepth = 4

/** Adds what is computed when an object is read, and never stored. */
export function present(context: Context, object: Json): Json {
  if (object['object'] === 'event') {
    return { ...object, pending_webhooks: countPendingDeliveries(context.db, String(object['id'])) }
  }
  if (object['object'] === 'balance_transaction') {
    return { ...object, status: Number(object['available_on']) > context.now ? 'pending' : 'available' }
  }
  if (object['object'] === 'transfer') {
    const reversals = objects.list(context.db, 'transfer_reversal', null, { transfer: String(object['id']) })
    return {
      ...object,
      reversals: firstTen(reversals, `/v1/transfers/${String(object['id'])}/reversals`),
    }
  }
  if (object['object'] === 'list') {
    return { ...object, data: (object['data'] as Json[]).map((item) => present(context, item)) }
  }
  return object
}

export function expand(context: Context, object: Json, paths: string[]): Json {
  return paths.reduce((expanded, path) => {
    const keys = path.split('.')
    if (keys.length > maxDepth) {
      throw invalidRequest(`You cannot expand more than ${maxDepth} levels of a property (attempted to expand ${path})`)
    }
    return expandPath(context, expanded, keys, path)
  }, object)
}

function expandPath(context: Context, object: Json, [key = '', ...rest]: string[], path: string): Json {
  if (object['object'] === 'list' && key === 'data') {
    return { ...object, data: (object['data'] as Json[]).map((item) => expandInside(context, item, rest, path)) }
  }
  const value =
    object['object'] === 'charge' && key === 'refunds' ? refundsOf(context, String(object['id'])) : object[key]
  if (value === undefined) throw cannotExpand(path)
  if (value === null) return object
  return { ...object, [key]: expandInside(context, expandedValue(context, value, path), rest, path) }
}

const expandInside = (context: Context, value: Json, rest: string[], path: string) =>
  rest.length === 0 ? value : expandPath(context, value, rest, path)

function expandedValue(context: Context, value: unknown, path: string): Json {
  if (typeof value === 'object' && value !== null) return value as Json
  const found = typeof value === 'string' ? objects.findAny(context.db, value) : undefined
  if (!found) throw cannotExpand(path)
  return present(context, { ...found.document })
}

function refundsOf(context: Context, charge: string): Json {
  return firstTen(objects.list(context.db, 'refund', context.account, { charge }), `/v1/charges/${charge}/refunds`)
}

const firstTen = (all: { id: string }[], url: string): Json => ({ ...paginate(all, {}, url) })

const cannotExpand = (path: string) => invalidRequest(`This property cannot be expanded (${path}).`)
