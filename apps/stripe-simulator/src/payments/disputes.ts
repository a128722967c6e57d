import type Stripe from 'stripe'
import { stripeId } from '../books/ids.ts'
import { DAYS, enter } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing, idOf } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { createdIn, page } from '../wire/pagination.ts'
import { invalid } from '../wire/refusal.ts'

/** Stripe's fee for a dispute in the USA, in minor units; it is kept whoever wins. */
export const disputeFee = 1_500

export function openDispute(call: Call, charged: Stripe.Charge, kind: 'dispute' | 'inquiry'): Stripe.Dispute {
  const amount = charged.amount_captured - charged.amount_refunded
  const id = stripeId('du')
  const withdrawn = kind === 'dispute' ? [move(call, charged, id, -amount, disputeFee)] : []
  const dispute: Stripe.Dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: withdrawn,
    charge: charged.id,
    created: call.now,
    currency: charged.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: call.now + 9 * DAYS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: kind === 'inquiry',
    livemode: false,
    metadata: {},
    payment_intent: idOf(charged.payment_intent),
    reason: 'fraudulent',
    status: kind === 'dispute' ? 'needs_response' : 'warning_needs_response',
  }
  objects.insert(call.db, call.account, dispute)
  objects.update(call.db, { ...charged, disputed: true })
  say(call, 'charge.dispute.created', dispute)
  if (kind === 'dispute') say(call, 'charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/** A dispute is decided by the bank; here by whoever drives the simulator. */
export function closeDispute(call: Call, dispute: Stripe.Dispute, outcome: 'won' | 'lost'): Stripe.Dispute {
  const isInquiry = dispute.status.startsWith('warning')
  if (!isInquiry && !['needs_response', 'under_review'].includes(dispute.status)) {
    throw invalid('This dispute is already closed.', { code: 'dispute_already_closed' })
  }
  const charged = existing(call, 'charge', idOf(dispute.charge) ?? '')
  const back = outcome === 'won' && !isInquiry ? [move(call, charged, dispute.id, dispute.amount, 0)] : []
  const closed: Stripe.Dispute = {
    ...dispute,
    status: isInquiry ? 'warning_closed' : outcome,
    balance_transactions: [...dispute.balance_transactions, ...back],
  }
  objects.update(call.db, closed)
  if (back.length > 0) say(call, 'charge.dispute.funds_reinstated', closed)
  say(call, 'charge.dispute.closed', closed)
  return closed
}

const move = (call: Call, charged: Stripe.Charge, source: string, amount: number, fee: number) =>
  enter(call.db, {
    account: call.account,
    type: 'adjustment',
    reportingCategory: amount < 0 ? 'dispute' : 'dispute_reversal',
    amount,
    fee,
    currency: charged.currency,
    source,
    description: `Chargeback ${amount < 0 ? 'withdrawal' : 'reversal'} for ${charged.id}`,
    now: call.now,
    availableOn: call.now,
  })

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}

export const disputes = [
  endpoint({
    method: 'get',
    path: '/v1/disputes/:id',
    params: 'DisputeRetrieveParams',
    honours: [],
    returns: 'Dispute',
    answer: (call, _, id: string) => existing(call, 'dispute', id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/disputes/:id/close',
    params: 'DisputeCloseParams',
    honours: [],
    returns: 'Dispute',
    answer: (call, _, id: string) => closeDispute(call, existing(call, 'dispute', id), 'lost'),
  }),
  list({
    path: '/v1/disputes',
    params: 'DisputeListParams',
    honours: ['charge', 'payment_intent', 'created'],
    returns: 'Dispute',
    answer: (call, { charge, payment_intent, created, ...cursor }) => {
      const where = { ...(charge && { charge }), ...(payment_intent && { payment_intent }) }
      return page(
        objects.all(call.db, 'dispute', call.account, where).filter(createdIn(created)),
        cursor,
        '/v1/disputes',
      )
    },
  }),
]
