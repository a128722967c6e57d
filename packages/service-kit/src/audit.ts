import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, KitTables } from './kit-tables.ts'

export type Entry = {
  /** A person's id, or the name of what acted by itself: `booking.completion`. */
  actor: string
  action: string
  subject: string
  before?: object
  after?: object
  reason?: string | undefined
}

/** In the transaction of the change itself; rows are never changed or removed. */
export async function audit<DB extends KitTables>(
  tx: Transaction<DB>,
  at: Temporal.Instant,
  entry: Entry,
): Promise<void> {
  const { actor, action, subject, before = null, after = null, reason = null } = entry
  await (tx as unknown as Db)
    .insertInto('audit')
    .values({ at, actor, action, subject, before: asJson(before), after: asJson(after), reason })
    .execute()
}

const asJson = (state: object | null) => (state === null ? null : JSON.stringify(state))
