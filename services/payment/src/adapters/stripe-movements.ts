import type Stripe from 'stripe'
import { Temporal } from 'temporal-polyfill'
import { zero } from '@buy-locals/values/money'
import type { ProviderDispute, ProviderRefund } from '../card-payments.ts'
import type { DisputeStatus } from '../domain/dispute.ts'
import { fromStripeAmount, toCurrency } from './stripe-amount.ts'

export function toRefund({ id, status, metadata, payment_intent, amount, currency }: Stripe.Refund): ProviderRefund {
  const hasFailed = status === 'failed' || status === 'canceled'
  return {
    reference: id,
    refundId: metadata?.['refundId'],
    paymentIntentId: idOf(payment_intent),
    amount: fromStripeAmount(amount, currency),
    status: hasFailed ? 'failed' : status === 'succeeded' ? 'succeeded' : 'pending',
  }
}

/** Others are open: a bank has the money, and it is not decided. */
const statuses: Record<string, DisputeStatus> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'closed',
  prevented: 'closed',
  won: 'won',
  lost: 'lost',
}

/** What the bank has is what was withdrawn, less what was reinstated; Stripe's fee is kept apart. */
export function toDispute(dispute: Stripe.Dispute): ProviderDispute {
  const { id, status, payment_intent, amount, currency, balance_transactions, evidence_details, reason } = dispute
  const sumOf = (of: 'amount' | 'fee') => balance_transactions.reduce((sum, transaction) => sum + transaction[of], 0)
  const withdrawn = Math.max(0, -sumOf('amount'))
  const dueBy = evidence_details.due_by
  return {
    reference: id,
    paymentIntentId: idOf(payment_intent),
    status: statuses[status] ?? 'open',
    amount: fromStripeAmount(amount, currency),
    withdrawn: withdrawn ? fromStripeAmount(withdrawn, currency) : zero(toCurrency(currency)),
    fee: fromStripeAmount(sumOf('fee'), currency),
    reason,
    respondBy: dueBy === null ? undefined : Temporal.Instant.fromEpochMilliseconds(dueBy * 1000),
  }
}

const idOf = (reference: string | { id: string } | null): string =>
  typeof reference === 'string' ? reference : (reference?.id ?? '')
