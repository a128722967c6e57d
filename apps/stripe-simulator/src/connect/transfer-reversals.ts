import type Stripe from 'stripe'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint } from '../api/endpoint.ts'
import { invalidRequest, resourceMissing } from '../api/error.ts'
import { mergeMetadata } from '../api/params.ts'
import { addBalanceTransaction, balanceIn } from '../database/balance-transactions.ts'
import * as objects from '../database/objects.ts'
import { stripeId } from '../ids.ts'
import { updateWithEvent } from '../webhooks/events.ts'

/** Pending funds can be reversed while they are pending; available funds must still be in the balance. */
function checkFunds(context: Context, account: string, amount: number, currency: string, isPending: boolean): void {
  const { available, pending } = balanceIn(context.db, account, currency, context.now)
  if ((isPending ? available + pending : available) >= amount) return
  throw invalidRequest('The connected account has insufficient funds in its Stripe balance to reverse this transfer.', {
    code: 'balance_insufficient',
  })
}

function createReversal(
  context: Context,
  transfer: Stripe.Transfer,
  params: Stripe.TransferCreateReversalParams,
): Stripe.TransferReversal {
  const left = transfer.amount - transfer.amount_reversed
  const amount = params.amount ?? left
  if (left === 0) throw invalidRequest(`Transfer ${transfer.id} is already fully reversed.`)
  if (amount < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  if (amount > left) {
    throw invalidRequest(
      `Transfer amount reversal (${amount}) is greater than unreversed amount on transfer (${left})`,
      {
        param: 'amount',
      },
    )
  }
  const account = idOf(transfer.destination) ?? ''
  const payment = retrieve({ ...context, account }, 'charge', idOf(transfer.destination_payment) ?? '')
  const received = retrieve({ ...context, account }, 'balance_transaction', idOf(payment.balance_transaction) ?? '')
  const availableOn = Math.max(received.available_on, context.now)
  checkFunds(context, account, amount, transfer.currency, availableOn > context.now)

  const id = stripeId('trr')
  const refund = stripeId('pyr')
  const shared = { currency: transfer.currency, now: context.now, availableOn }
  const returned = addBalanceTransaction(context.db, {
    ...shared,
    account: context.account,
    type: 'transfer_refund',
    reportingCategory: 'transfer_reversal',
    amount,
    source: id,
  })
  const taken = addBalanceTransaction(context.db, {
    ...shared,
    account,
    type: 'payment_refund',
    reportingCategory: 'refund',
    amount: -amount,
    source: refund,
  })
  const reversal: Stripe.TransferReversal = {
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: returned.id,
    created: context.now,
    currency: transfer.currency,
    destination_payment_refund: refund,
    metadata: mergeMetadata({}, params.metadata),
    source_refund: null,
    transfer: transfer.id,
  }
  objects.insert(context.db, context.account, reversal)
  objects.insert(context.db, account, paymentRefund(reversal, payment, taken.id))
  objects.update(context.db, {
    ...payment,
    amount_refunded: payment.amount_refunded + amount,
    refunded: amount === left,
  })
  updateWithEvent(
    context,
    'transfer.reversed',
    { ...transfer, amount_reversed: transfer.amount_reversed + amount, reversed: amount === left },
    { previous: { amount_reversed: transfer.amount_reversed, reversed: transfer.reversed } },
  )
  return reversal
}

const paymentRefund = (
  reversal: Stripe.TransferReversal,
  payment: Stripe.Charge,
  transaction: string,
): Stripe.Refund => ({
  id: idOf(reversal.destination_payment_refund) ?? '',
  object: 'refund',
  amount: reversal.amount,
  balance_transaction: transaction,
  charge: payment.id,
  created: reversal.created,
  currency: reversal.currency,
  customer: null,
  customer_account: null,
  metadata: {},
  payment_intent: null,
  payment_method: null,
  reason: null,
  receipt_number: null,
  source_transfer_reversal: reversal.id,
  status: 'succeeded',
  transfer_reversal: null,
})

export const transferReversals = [
  endpoint({
    method: 'post',
    path: '/v1/transfers/:transfer/reversals',
    params: 'TransferCreateReversalParams',
    supports: ['amount', 'metadata'],
    returns: 'TransferReversal',
    handle: (context, params, transfer: string) =>
      createReversal(context, retrieve(context, 'transfer', transfer), params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/transfers/:transfer/reversals/:id',
    params: 'TransferRetrieveReversalParams',
    supports: [],
    returns: 'TransferReversal',
    handle: (context, _, transfer: string, id: string) => {
      const found = retrieve(context, 'transfer_reversal', id)
      if (idOf(found.transfer) !== transfer) throw resourceMissing('transfer reversal', id)
      return found
    },
  }),
  listEndpoint({
    path: '/v1/transfers/:transfer/reversals',
    params: 'TransferListReversalsParams',
    supports: [],
    returns: 'TransferReversal',
    find: (context, _, transfer: string) => {
      const { id } = retrieve(context, 'transfer', transfer)
      return objects.list(context.db, 'transfer_reversal', context.account, { transfer: id })
    },
  }),
]
