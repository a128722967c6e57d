import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import type { Dispute } from '../domain/dispute.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function listByPayment(db: Db, paymentId: Id<'payment'>): Promise<Dispute[]> {
  const rows = await selection(db).where('payment_id', '=', paymentId).orderBy('disputes.id').execute()
  return rows.map(fromRow)
}

/** By the provider's id of it. */
export async function findByReference(db: Db, reference: string): Promise<Dispute | undefined> {
  const row = await selection(db).where('reference', '=', reference).executeTakeFirst()
  return row && fromRow(row)
}

export async function insert(tx: Tx, dispute: Dispute): Promise<void> {
  const { id, paymentId: payment_id, reference, createdAt: created_at } = dispute
  await tx
    .insertInto('disputes')
    .values({ id, payment_id, reference, created_at, ...toRow(dispute) })
    .execute()
}

export async function update(tx: Tx, dispute: Dispute): Promise<void> {
  await tx.updateTable('disputes').set(toRow(dispute)).where('id', '=', dispute.id).execute()
}

/** The provider's ids of disputes that no bank has decided, opened since `after`. */
export async function listUndecided(db: Db, after: Temporal.Instant, limit: number): Promise<string[]> {
  const undecided = db
    .selectFrom('disputes')
    .select('reference')
    .where('status', 'in', [sql.lit('inquiry'), sql.lit('open')])
  const rows = await undecided.where('created_at', '>', after).orderBy('created_at').limit(limit).execute()
  return rows.map(({ reference }) => reference)
}

const selection = (db: Db) =>
  db
    .selectFrom('disputes')
    .innerJoin('payments', 'payments.id', 'disputes.payment_id')
    .selectAll('disputes')
    .select('payments.currency')

const toRow = ({ status, amount, withdrawn, fee, reason, respondBy, version }: Dispute) => ({
  ...{ status, reason, version },
  amount: amount.amount,
  withdrawn: withdrawn.amount,
  fee: fee.amount,
  respond_by: respondBy ?? null,
})

function fromRow(row: Selectable<Database['disputes']> & { currency: string }): Dispute {
  const currency = row.currency as Currency
  return {
    id: row.id as Id<'dispute'>,
    paymentId: row.payment_id as Id<'payment'>,
    reference: row.reference,
    status: row.status as Dispute['status'],
    amount: { amount: row.amount, currency },
    withdrawn: { amount: row.withdrawn, currency },
    fee: { amount: row.fee, currency },
    reason: row.reason,
    respondBy: row.respond_by ?? undefined,
    createdAt: row.created_at,
    version: row.version,
  }
}
