import type Stripe from 'stripe'
import type { Currency } from '@buy-locals/values/money'
import type { ProviderRecords } from '../domain/ledger-faults.ts'
import { fromStripeAmount, toCurrency } from './stripe-amount.ts'
import { translateErrors } from './stripe-errors.ts'

/** Balance transactions that our own calls cause, as against Stripe's fees and payouts. */
const ourTypes = ['charge', 'payment', 'refund', 'payment_refund', 'refund_failure', 'payment_failure_refund', 'transfer', 'transfer_refund', 'transfer_cancel', 'transfer_failure'] // prettier-ignore

/** Reads everything there is, page by page. */
export async function fetchStripeRecords(stripe: Stripe): Promise<ProviderRecords> {
  const records: ProviderRecords = { payments: new Map(), moved: new Map(), balances: new Map() }
  const { payments, moved, balances } = records
  const paymentIn = (id: string) => getOrInsert(payments, id, { captured: 0, refunded: 0, transferred: 0, disputed: 0 })
  const paymentOfCharge = new Map<string, string>()
  const balanceIn = (code: string) => getOrInsert(balances, toCurrency(code), { balance: 0, transactions: 0 })

  for await (const charge of stripe.charges.list({ limit: 100 })) {
    const { metadata, captured, amount_captured, amount_refunded, currency } = charge
    const paymentId = metadata['paymentId']
    if (!paymentId || !captured) continue
    paymentOfCharge.set(charge.id, paymentId)
    paymentIn(paymentId).captured += fromStripeAmount(amount_captured, currency).amount
    paymentIn(paymentId).refunded += fromStripeAmount(amount_refunded, currency).amount
  }
  for await (const { metadata, amount, amount_reversed, currency } of stripe.transfers.list({ limit: 100 })) {
    const paymentId = metadata['paymentId']
    if (paymentId) paymentIn(paymentId).transferred += fromStripeAmount(amount - amount_reversed, currency).amount
  }
  for await (const { charge, balance_transactions } of stripe.disputes.list({ limit: 100 })) {
    const paymentId = paymentOfCharge.get(typeof charge === 'string' ? charge : charge.id)
    for (const { amount, currency } of balance_transactions)
      if (paymentId) paymentIn(paymentId).disputed -= fromStripeAmount(amount, currency).amount
  }
  for await (const { type, reporting_category, amount, net, currency } of stripe.balanceTransactions.list({
    limit: 100,
  })) {
    const isOfDispute = type === 'adjustment' && reporting_category.startsWith('dispute')
    if (ourTypes.includes(type) || isOfDispute) add(moved, fromStripeAmount(amount, currency))
    balanceIn(currency).transactions += net
  }
  const balance = await translateErrors(stripe.balance.retrieve())
  for (const { amount, currency } of [...balance.available, ...balance.pending]) balanceIn(currency).balance += amount
  return records
}

function getOrInsert<K, V>(map: Map<K, V>, key: K, initial: V): V {
  const value = map.get(key) ?? initial
  map.set(key, value)
  return value
}

function add(sums: Map<Currency, number>, { amount, currency }: { amount: number; currency: Currency }): void {
  sums.set(currency, (sums.get(currency) ?? 0) + amount)
}
