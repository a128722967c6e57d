import { sql, type Kysely, type Transaction } from 'kysely'
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

export async function findByPayment(db: Db, paymentId: Id<'payment'>): Promise<Transfer | undefined> {
  const row = await db.selectFrom('transfers').selectAll().where('payment_id', '=', paymentId).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id as Id<'transfer'>,
    paymentId,
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

/** After a refusal. Two who were refused at the same attempt count it once. */
export async function nextAttempt(db: Db, { id, attempt }: Transfer): Promise<void> {
  await db
    .updateTable('transfers')
    .set({ attempt: sql`attempt + 1` })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .execute()
}
