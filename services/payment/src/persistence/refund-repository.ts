import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import type { Refund } from '../domain/refund.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function listByPayment(db: Db, paymentId: Id<'payment'>): Promise<Refund[]> {
  return listByPayments(db, [paymentId])
}

export async function listByPayments(db: Db, paymentIds: readonly Id<'payment'>[]): Promise<Refund[]> {
  const rows = await selection(db)
    .where('payment_id', '=', sql<string>`any(${paymentIds})`)
    .orderBy('refunds.id')
    .execute()
  return rows.map(fromRow)
}

export async function find(db: Db, id: string): Promise<Refund | undefined> {
  const row = await selection(db).where('refunds.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

type NewRefund = Pick<Refund, 'id' | 'paymentId' | 'amount' | 'reason' | 'createdAt'>

export async function insert(tx: Tx, { id, paymentId, amount, reason, createdAt }: NewRefund): Promise<void> {
  const row = { id, payment_id: paymentId, amount: amount.amount, reason, created_at: createdAt }
  await tx
    .insertInto('refunds')
    .values({ ...row, status: 'requested', attempt: 0, reference: null, done_at: null })
    .execute()
}

/** The provider has created it. Returns whether that was not known yet. */
export async function markPending(tx: Tx, id: Id<'refund'>, reference: string): Promise<boolean> {
  const update = tx.updateTable('refunds').set({ reference, status: 'pending', done_at: null }).where('id', '=', id)
  return (
    (await update.where('status', 'in', [sql.lit('requested'), sql.lit('cancelled')]).executeTakeFirstOrThrow())
      .numUpdatedRows === 1n
  )
}

export async function setOutcome(
  tx: Tx,
  { id, status }: Pick<Refund, 'id' | 'status'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx.updateTable('refunds').set({ status, done_at: at }).where('id', '=', id).execute()
}

/** After a refusal. Two who were refused at the same attempt count it once; returns whether this one did. */
export async function nextAttempt(tx: Tx, { id, attempt }: Pick<Refund, 'id' | 'attempt'>): Promise<boolean> {
  const update = tx
    .updateTable('refunds')
    .set({ attempt: sql`attempt + 1` })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
  return (await update.executeTakeFirstOrThrow()).numUpdatedRows === 1n
}

/** The provider's ids of refunds that are pending, of those created in a span of time. */
export async function listPending(
  db: Db,
  { after, before }: { after: Temporal.Instant; before: Temporal.Instant },
  limit: number,
): Promise<string[]> {
  const pending = db.selectFrom('refunds').select('reference').where('status', '=', sql.lit('pending'))
  const inTime = pending.where('created_at', '>', after).where('created_at', '<', before)
  const rows = await inTime.orderBy('created_at').limit(limit).execute()
  return rows.flatMap(({ reference }) => reference ?? [])
}

const selection = (db: Db) =>
  db
    .selectFrom('refunds')
    .innerJoin('payments', 'payments.id', 'refunds.payment_id')
    .selectAll('refunds')
    .select('payments.currency')

const fromRow = (row: Selectable<Database['refunds']> & { currency: string }): Refund => ({
  id: row.id as Id<'refund'>,
  paymentId: row.payment_id as Id<'payment'>,
  amount: { amount: row.amount, currency: row.currency as Currency },
  reason: row.reason as Refund['reason'],
  status: row.status as Refund['status'],
  attempt: row.attempt,
  reference: row.reference ?? undefined,
  createdAt: row.created_at,
  doneAt: row.done_at ?? undefined,
})
