import type Stripe from 'stripe'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint, retrieveEndpoint } from '../api/endpoint.ts'
import { invalidRequest } from '../api/error.ts'
import { addBalanceTransaction, DAYS } from '../database/balance-transactions.ts'
import * as objects from '../database/objects.ts'
import { stripeId } from '../ids.ts'
import { createEvent } from '../webhooks/events.ts'

/** Stripe's fee for a dispute in the USA, in minor units; it is kept whoever wins. */
export const disputeFee = 1_500

type DisputeOptions = { kind: 'dispute' | 'inquiry'; amount?: number | undefined }

/** Of what was not refunded, unless the bank says how much: it may dispute a part, or what was refunded already. */
export function openDispute(context: Context, charge: Stripe.Charge, options: DisputeOptions): Stripe.Dispute {
  const { kind, amount = charge.amount_captured - charge.amount_refunded } = options
  if (amount < 1 || amount > charge.amount_captured)
    throw invalidRequest(`The charge has ${charge.amount_captured} to dispute.`, { param: 'amount' })
  const id = stripeId('du')
  const withdrawn = kind === 'dispute' ? [addDisputeTransaction(context, charge, id, -amount, disputeFee)] : []
  const dispute: Stripe.Dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: withdrawn,
    charge: charge.id,
    created: context.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: context.now + 9 * DAYS,
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
    payment_intent: idOf(charge.payment_intent),
    reason: 'fraudulent',
    status: kind === 'dispute' ? 'needs_response' : 'warning_needs_response',
  }
  objects.insert(context.db, context.account, dispute)
  objects.update(context.db, { ...charge, disputed: true })
  createEvent(context, 'charge.dispute.created', dispute)
  if (kind === 'dispute') createEvent(context, 'charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/** A dispute is decided by the bank; here by whoever drives the simulator. */
export function closeDispute(context: Context, dispute: Stripe.Dispute, outcome: 'won' | 'lost'): Stripe.Dispute {
  const isInquiry = dispute.status.startsWith('warning')
  if (!isInquiry && !['needs_response', 'under_review'].includes(dispute.status)) {
    throw invalidRequest('This dispute is already closed.', { code: 'dispute_already_closed' })
  }
  const charge = retrieve(context, 'charge', idOf(dispute.charge) ?? '')
  const reinstated =
    outcome === 'won' && !isInquiry ? [addDisputeTransaction(context, charge, dispute.id, dispute.amount, 0)] : []
  const closed: Stripe.Dispute = {
    ...dispute,
    status: isInquiry ? 'warning_closed' : outcome,
    is_charge_refundable: isInquiry || outcome === 'won',
    balance_transactions: [...dispute.balance_transactions, ...reinstated],
  }
  objects.update(context.db, closed)
  if (reinstated.length > 0) createEvent(context, 'charge.dispute.funds_reinstated', closed)
  createEvent(context, 'charge.dispute.closed', closed)
  return closed
}

/** Whether a bank has taken the charge's money, or is about to: it cannot be refunded then. An inquiry takes nothing. */
export const isChargedBack = ({ db, account }: Context, { id }: Stripe.Charge): boolean =>
  objects.list(db, 'dispute', account, { charge: id }).some((dispute) => !dispute.is_charge_refundable)

/** A charge that is refunded leaves nothing to inquire about. */
export function closeInquiries(context: Context, { id }: Stripe.Charge): void {
  const ofCharge = objects.list(context.db, 'dispute', context.account, { charge: id })
  for (const dispute of ofCharge) if (dispute.status === 'warning_needs_response') closeDispute(context, dispute, 'won')
}

const addDisputeTransaction = (context: Context, charge: Stripe.Charge, source: string, amount: number, fee: number) =>
  addBalanceTransaction(context.db, {
    account: context.account,
    type: 'adjustment',
    reportingCategory: amount < 0 ? 'dispute' : 'dispute_reversal',
    amount,
    fee,
    currency: charge.currency,
    source,
    description: `Chargeback ${amount < 0 ? 'withdrawal' : 'reversal'} for ${charge.id}`,
    now: context.now,
    availableOn: context.now,
  })

/** The SDK declares every field, so none may be left out. */
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
  retrieveEndpoint({ path: '/v1/disputes/:id', params: 'DisputeRetrieveParams', returns: 'Dispute', kind: 'dispute' }),
  endpoint({
    method: 'post',
    path: '/v1/disputes/:id/close',
    params: 'DisputeCloseParams',
    supports: [],
    returns: 'Dispute',
    handle: (context, _, id: string) => closeDispute(context, retrieve(context, 'dispute', id), 'lost'),
  }),
  listEndpoint({
    path: '/v1/disputes',
    params: 'DisputeListParams',
    supports: ['charge', 'payment_intent', 'created'],
    returns: 'Dispute',
    find: ({ db, account }, { charge, payment_intent }) =>
      objects.list(db, 'dispute', account, { charge, payment_intent }),
  }),
]
