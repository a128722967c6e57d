import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Currency, Money } from '@buy-locals/values/money'
import type { Payment } from '../domain/payment.ts'
import type { AccountKind, Posting } from '../domain/posting.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Subject = Pick<Payment, 'id' | 'businessId' | 'bookingId' | 'amount'>

/** Adds one transaction; the database refuses one that does not sum to zero or has been posted before. */
export async function post(
  tx: Transaction<Database>,
  at: Temporal.Instant,
  payment: Subject,
  posting: Posting,
): Promise<void> {
  const { currency } = payment.amount
  const { gross, fee, net } = posting.split
  const id = newId('entry')
  const rows = posting.entries.map(({ account, amount }) => ({
    transaction_id: id,
    account_id: accountId(account, ownerOf(account, payment), currency),
    currency: amount.currency,
    amount: amount.amount,
  }))
  const accounts = posting.entries.map(({ account: kind }) => {
    const owner = ownerOf(kind, payment)
    return { id: accountId(kind, owner, currency), kind, owner, currency }
  })
  const distinct = [...new Map(accounts.map((account) => [account.id, account])).values()]
  await tx
    .insertInto('ledger_accounts')
    .values(distinct.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('ledger_transactions')
    .values({
      id,
      at,
      kind: posting.kind,
      subject: posting.subject,
      payment_id: payment.id,
      business_id: payment.businessId,
      booking_id: payment.bookingId,
      currency,
      gross: gross.amount,
      fee: fee.amount,
      net: net.amount,
    })
    .execute()
  await tx.insertInto('ledger_entries').values(rows).execute()
}

const accountId = (kind: AccountKind, owner: string, currency: Currency) =>
  [kind, owner, currency].filter(Boolean).join(':')

function ownerOf(kind: AccountKind, { id, businessId }: Subject): string {
  if (kind === 'held' || kind === 'loss') return id
  return kind === 'business' || kind === 'debt' ? businessId : ''
}

/** What the business owes. */
export const readDebt = async (db: Db, businessId: Id<'business'>, currency: Currency): Promise<number> =>
  sumOf(db, accountId('debt', businessId, currency))

/** What is held of a payment. */
export const readHeld = async (db: Db, paymentId: Id<'payment'>, currency: Currency): Promise<Money> => ({
  amount: 0 - (await sumOf(db, accountId('held', paymentId, currency))),
  currency,
})

/** What a bank took of a payment although nobody had it any more. */
export const readLoss = async (db: Db, paymentId: Id<'payment'>, currency: Currency): Promise<Money> => ({
  amount: await sumOf(db, accountId('loss', paymentId, currency)),
  currency,
})

/** What is left of a payment, by what has been posted. */
export async function readRemaining(db: Db, paymentId: Id<'payment'>, currency: Currency): Promise<Money> {
  const row = await db
    .selectFrom('ledger_entries')
    .innerJoin('ledger_transactions', 'ledger_transactions.id', 'transaction_id')
    .innerJoin('ledger_accounts', 'ledger_accounts.id', 'account_id')
    .select(({ fn }) => fn.sum<string | null>('amount').as('amount'))
    .where('payment_id', '=', paymentId)
    .where('ledger_accounts.kind', 'in', [sql.lit('stripe'), sql.lit('loss')])
    .where('ledger_transactions.kind', 'not in', [sql.lit('transfer'), sql.lit('reversal')])
    .executeTakeFirstOrThrow()
  return { amount: Number(row.amount ?? 0), currency }
}

async function sumOf(db: Db, account: string): Promise<number> {
  const row = await db
    .selectFrom('ledger_entries')
    .select(({ fn }) => fn.sum<string | null>('amount').as('amount'))
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow()
  return Number(row.amount ?? 0)
}
