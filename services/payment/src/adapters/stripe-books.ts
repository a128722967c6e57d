import type Stripe from 'stripe'
import type { Currency } from '@buy-locals/values/money'
import type { Books } from '../books.ts'
import { fromStripeAmount } from './stripe-amount.ts'
import { reached } from './stripe-errors.ts'

const ours = ['charge', 'payment', 'refund', 'payment_refund', 'refund_failure', 'payment_failure_refund', 'transfer', 'transfer_refund', 'transfer_cancel', 'transfer_failure'] // prettier-ignore

/** Reads everything there is, page by page. */
export async function booksOf(stripe: Stripe): Promise<Books> {
  const books: Books = { payments: new Map(), moved: new Map(), balances: new Map() }
  for await (const { metadata, captured, amount_captured, amount_refunded, currency } of stripe.charges.list({
    limit: 100,
  })) {
    const paymentId = metadata['paymentId']
    if (!paymentId || !captured) continue
    const known = paymentIn(books, paymentId)
    known.captured += fromStripeAmount(amount_captured, currency).amount
    known.refunded += fromStripeAmount(amount_refunded, currency).amount
  }
  for await (const { metadata, amount, amount_reversed, currency } of stripe.transfers.list({ limit: 100 })) {
    const paymentId = metadata['paymentId']
    if (paymentId)
      paymentIn(books, paymentId).transferred += fromStripeAmount(amount - amount_reversed, currency).amount
  }
  for await (const { type, amount, net, currency } of stripe.balanceTransactions.list({ limit: 100 })) {
    if (ours.includes(type)) add(books.moved, currency, fromStripeAmount(amount, currency).amount)
    balanceIn(books, currency).movements += net
  }
  const balance = await reached(stripe.balance.retrieve())
  for (const { amount, currency } of [...balance.available, ...balance.pending])
    balanceIn(books, currency).balance += amount
  return books
}

function paymentIn({ payments }: Books, id: string) {
  const known = payments.get(id) ?? { captured: 0, refunded: 0, transferred: 0 }
  payments.set(id, known)
  return known
}

function balanceIn({ balances }: Books, code: string) {
  const currency = code.toUpperCase() as Currency
  const known = balances.get(currency) ?? { balance: 0, movements: 0 }
  balances.set(currency, known)
  return known
}

function add(sums: Map<Currency, number>, code: string, amount: number): void {
  const currency = code.toUpperCase() as Currency
  sums.set(currency, (sums.get(currency) ?? 0) + amount)
}
