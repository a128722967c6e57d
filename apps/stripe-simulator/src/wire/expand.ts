import type { Call } from './call.ts'
import * as objects from '../books/objects.ts'
import { invalid } from './refusal.ts'

type Json = Record<string, unknown>

const deepest = 4

/** What is computed at reading time and never stored. */
export function present(call: Call, object: Json): Json {
  if (object['object'] === 'balance_transaction') {
    return { ...object, status: Number(object['available_on']) > call.now ? 'pending' : 'available' }
  }
  if (object['object'] === 'transfer') {
    const reversals = objects.all(call.db, 'transfer_reversal', null, { transfer: String(object['id']) })
    return {
      ...object,
      reversals: listOf(
        reversals.slice(0, 10),
        `/v1/transfers/${String(object['id'])}/reversals`,
        reversals.length > 10,
      ),
    }
  }
  if (object['object'] === 'list') {
    return { ...object, data: (object['data'] as Json[]).map((item) => present(call, item)) }
  }
  return object
}

export function expand(call: Call, object: Json, paths: string[]): Json {
  return paths.reduce((expanded, path) => {
    const keys = path.split('.')
    if (keys.length > deepest) {
      throw invalid(`You cannot expand more than ${deepest} levels of a property (attempted to expand ${path})`)
    }
    return expandPath(call, expanded, keys, path)
  }, object)
}

function expandPath(call: Call, object: Json, [key = '', ...rest]: string[], path: string): Json {
  if (object['object'] === 'list' && key === 'data') {
    return { ...object, data: (object['data'] as Json[]).map((item) => expandInside(call, item, rest, path)) }
  }
  const value = object['object'] === 'charge' && key === 'refunds' ? refundsOf(call, String(object['id'])) : object[key]
  if (value === undefined) throw cannotExpand(path)
  if (value === null) return object
  return { ...object, [key]: expandInside(call, expandedValue(call, value, path), rest, path) }
}

const expandInside = (call: Call, value: Json, rest: string[], path: string) =>
  rest.length === 0 ? value : expandPath(call, value, rest, path)

function expandedValue(call: Call, value: unknown, path: string): Json {
  if (typeof value === 'object' && value !== null) return value as Json
  const found = typeof value === 'string' ? objects.findAny(call.db, value) : undefined
  if (!found) throw cannotExpand(path)
  return present(call, { ...found.document })
}

function refundsOf(call: Call, charge: string): Json {
  const refunds = objects.all(call.db, 'refund', call.account, { charge })
  return listOf(refunds.slice(0, 10), `/v1/charges/${charge}/refunds`, refunds.length > 10)
}

const listOf = (data: object[], url: string, hasMore: boolean): Json => ({
  object: 'list',
  data,
  has_more: hasMore,
  url,
})

const cannotExpand = (path: string) => invalid(`This property cannot be expanded (${path}).`)
