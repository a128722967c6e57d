import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { Refusal } from './refusal.ts'

export type Answer = { status: number; body: string }

const keptFor = 86_400

export const fingerprint = (method: string, path: string, body: string) =>
  createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex')

export function answered(
  db: DatabaseSync,
  account: string,
  key: string,
  request: string,
  now: number,
): Answer | undefined {
  db.prepare('delete from answers where created < ?').run(now - keptFor)
  const row = db.prepare('select * from answers where account = ? and idempotency_key = ?').get(account, key)
  if (!row) return undefined
  if (row['request'] !== request) {
    throw new Refusal(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    })
  }
  return { status: Number(row['status']), body: String(row['body']) }
}

export function keep(
  db: DatabaseSync,
  account: string,
  key: string,
  request: string,
  answer: Answer,
  now: number,
): void {
  db.prepare('insert into answers values (?, ?, ?, ?, ?, ?)').run(
    account,
    key,
    request,
    answer.status,
    answer.body,
    now,
  )
}

export const keyInUse = (key: string) =>
  new Refusal(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key: ${key}.`,
  })
