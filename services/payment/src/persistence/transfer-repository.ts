import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export type Transfer = {
  id: Id<'transfer'>
  paymentId: Id<'payment'>
  businessId: Id<'business'>
  account: string
  /** What is sent: the net, less what the business owes. In the currency of the payment. */
  amount: number
  net: number
  /** How often the provider has refused it. */
  attempt: number
  /** The provider's id of it. */
  reference: string | undefined
  doneAt: Temporal.Instant | undefined
}

/** The oldest first. At most one of them is not done. */
export async function listByPayment(db: Db, paymentId: Id<'payment'>): Promise<Transfer[]> {
  const query = db.selectFrom('transfers').selectAll().where('payment_id', '=', paymentId)
  return (await query.orderBy('id').execute()).map(fromRow)
}

function fromRow(row: Selectable<Database['transfers']>): Transfer {
  return {
    id: row.id as Id<'transfer'>,
    paymentId: row.payment_id as Id<'payment'>,
    businessId: row.business_id as Id<'business'>,
    account: row.account,
    amount: row.amount,
    net: row.net,
    attempt: row.attempt,
    reference: row.reference ?? undefined,
    doneAt: row.done_at ?? undefined,
  }
}

export async function insert(
  tx: Tx,
  { id, paymentId, businessId, account, amount, net }: Transfer,
  at: Temporal.Instant,
): Promise<void> {
  const row = { id, payment_id: paymentId, business_id: businessId, account, amount, net, created_at: at }
  await tx
    .insertInto('transfers')
    .values({ ...row, attempt: 0, reference: null, done_at: null })
    .execute()
}

/** Returns whether it was not done yet. */
export async function markDone(
  tx: Tx,
  id: Id<'transfer'>,
  reference: string | undefined,
  at: Temporal.Instant,
): Promise<boolean> {
  const update = tx
    .updateTable('transfers')
    .set({ reference: reference ?? null, done_at: at })
    .where('id', '=', id)
    .where('done_at', 'is', null)
  return (await update.executeTakeFirstOrThrow()).numUpdatedRows === 1n
}

/** After a refusal. Two who were refused at the same attempt count it once; returns whether this one did. */
export async function nextAttempt(tx: Tx, { id, attempt }: Pick<Transfer, 'id' | 'attempt'>): Promise<boolean> {
  const update = tx
    .updateTable('transfers')
    .set({ attempt: sql`attempt + 1` })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
  return (await update.executeTakeFirstOrThrow()).numUpdatedRows === 1n
}

/** The business has another account than when it was decided. */
export async function setAccount(tx: Tx, id: Id<'transfer'>, account: string): Promise<void> {
  await tx.updateTable('transfers').set({ account }).where('id', '=', id).execute()
}
