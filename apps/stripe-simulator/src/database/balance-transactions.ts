import type { DatabaseSync } from 'node:sqlite'
import type Stripe from 'stripe'
import { stripeId } from '../ids.ts'
import * as objects from './objects.ts'

/** Stripe's standard price for cards in the USA: 2.9 % and 30 minor units of every successful charge; a refund does not give it back. */
export const processingFee = (amount: number) => Math.round((amount * 290) / 10_000) + 30

/** Seconds, as all times of Stripe are. */
export const DAYS = 86_400
/** Card payments can be paid out two days after they were captured. */
export const SETTLEMENT_TIME = 2 * DAYS

type Entry = {
  account: string
  type: Stripe.BalanceTransaction.Type
  reportingCategory: string
  amount: number
  fee?: number
  currency: string
  source: string
  description?: string | null
  now: number
  availableOn: number
}

export function addBalanceTransaction(db: DatabaseSync, entry: Entry): Stripe.BalanceTransaction {
  const fee = entry.fee ?? 0
  const transaction: Stripe.BalanceTransaction = {
    id: stripeId('txn'),
    object: 'balance_transaction',
    amount: entry.amount,
    available_on: entry.availableOn,
    balance_type: 'payments',
    created: entry.now,
    currency: entry.currency,
    description: entry.description ?? null,
    exchange_rate: null,
    fee,
    fee_details: fee ? [feeDetail(fee, entry.currency)] : [],
    net: entry.amount - fee,
    reporting_category: entry.reportingCategory,
    source: entry.source,
    status: entry.availableOn > entry.now ? 'pending' : 'available',
    type: entry.type,
  }
  objects.insert(db, entry.account, transaction)
  db.prepare('insert into balance_changes values (?, ?, ?, ?, ?)').run(
    transaction.id,
    entry.account,
    entry.currency,
    transaction.net,
    entry.availableOn,
  )
  return transaction
}

const feeDetail = (amount: number, currency: string): Stripe.BalanceTransaction.FeeDetail => ({
  amount,
  application: null,
  currency,
  description: 'Stripe processing fees',
  type: 'stripe_fee',
})

export type Balance = { currency: string; available: number; pending: number }

export function balancesOf(db: DatabaseSync, account: string, now: number): Balance[] {
  return db
    .prepare(
      `select currency,
              sum(case when available_on <= ?1 then net else 0 end) as available,
              sum(case when available_on > ?1 then net else 0 end) as pending
       from balance_changes where account = ?2 group by currency order by currency`,
    )
    .all(now, account)
    .map((row) => ({
      currency: String(row['currency']),
      available: Number(row['available']),
      pending: Number(row['pending']),
    }))
}

export function balanceIn(db: DatabaseSync, account: string, currency: string, now: number): Balance {
  return (
    balancesOf(db, account, now).find((balance) => balance.currency === currency) ?? {
      currency,
      available: 0,
      pending: 0,
    }
  )
}
