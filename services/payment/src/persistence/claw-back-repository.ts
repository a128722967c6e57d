import { sql, type Kysely, type Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Currency, Money } from '@buy-locals/values/money'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export type ClawBack = {
  /** That of the refund or dispute it is for. */
  id: string
  paymentId: Id<'payment'>
  businessId: Id<'business'>
  amount: Money
  status: 'pending' | 'reversed' | 'owed'
}

export async function find(db: Db, id: string): Promise<ClawBack | undefined> {
  const row = await db.selectFrom('claw_backs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return {
    id,
    paymentId: row.payment_id as Id<'payment'>,
    businessId: row.business_id as Id<'business'>,
    amount: { amount: row.amount, currency: row.currency as Currency },
    status: row.status as ClawBack['status'],
  }
}

export async function insert(tx: Tx, { id, paymentId, businessId, amount }: Omit<ClawBack, 'status'>): Promise<void> {
  const row = { id, payment_id: paymentId, business_id: businessId, ...amount }
  await tx
    .insertInto('claw_backs')
    .values({ ...row, status: 'pending', reference: null })
    .execute()
}

/** Returns whether it was still pending. */
export async function setOutcome(
  tx: Tx,
  id: string,
  outcome: { status: 'reversed'; reference: string } | { status: 'owed'; reference: null },
): Promise<boolean> {
  const update = tx.updateTable('claw_backs').set(outcome).where('id', '=', id).where('status', '=', sql.lit('pending'))
  return (await update.executeTakeFirstOrThrow()).numUpdatedRows === 1n
}

/** What is about to come back from the transfer itself, and is therefore not taken from the next one. */
export async function sumPending(tx: Tx, businessId: Id<'business'>, currency: Currency): Promise<number> {
  const row = await tx
    .selectFrom('claw_backs')
    .select(({ fn }) => fn.sum<string | null>('amount').as('amount'))
    .where('business_id', '=', businessId)
    .where('currency', '=', currency)
    .where('status', '=', sql.lit('pending'))
    .executeTakeFirstOrThrow()
  return Number(row.amount ?? 0)
}
