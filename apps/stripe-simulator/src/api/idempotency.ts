import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from './context.ts'
import { invalidRequest, StripeError } from './error.ts'

export type StripeResponse = { status: number; body: string; replayed?: boolean }

/** `hash` tells whether the key was used for the same request before. */
export type IdempotentRequest = { key: string; hash: string }

const keptForSeconds = 86_400

export function idempotentRequest(
  { method, path, headers }: { method: string; path: string; headers: IncomingHttpHeaders },
  body: string,
): IdempotentRequest | undefined {
  const key = headers['idempotency-key']
  if (method !== 'POST' || typeof key !== 'string') return undefined
  if (key.length > 255) throw invalidRequest('Idempotency keys may have at most 255 characters.')
  return { key, hash: createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex') }
}

/** An error is a response too, and is repeated like one. */
export function replayOrRun(
  context: Context,
  request: IdempotentRequest | undefined,
  run: () => StripeResponse,
): StripeResponse {
  if (!request) return run()
  const saved = findResponse(context, request)
  if (saved) return { ...saved, replayed: true }
  const response = run()
  context.db
    .prepare('insert into idempotency_keys values (?, ?, ?, ?, ?, ?)')
    .run(context.account, request.key, request.hash, response.status, response.body, context.now)
  return response
}

function findResponse({ db, account, now }: Context, { key, hash }: IdempotentRequest): StripeResponse | undefined {
  db.prepare('delete from idempotency_keys where created < ?').run(now - keptForSeconds)
  const row = db.prepare('select * from idempotency_keys where account = ? and key = ?').get(account, key)
  if (!row) return undefined
  if (row['request_hash'] !== hash) {
    throw new StripeError(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    })
  }
  return { status: Number(row['status']), body: String(row['body']) }
}

export const keyInUse = (key: string) =>
  new StripeError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key: ${key}.`,
  })
