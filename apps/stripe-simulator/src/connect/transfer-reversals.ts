import type Stripe from 'stripe'
import { stripeId } from '../books/ids.ts'
import { enter, fundsIn } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing, idOf } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { page } from '../wire/pagination.ts'
import { invalid, noSuch } from '../wire/refusal.ts'

/** Funds still on their way can be called back on their way; what has arrived must still be there. */
function checkFunds(call: Call, account: string, amount: number, currency: string, isOnItsWay: boolean): void {
  const { available, pending } = fundsIn(call.db, account, currency, call.now)
  if ((isOnItsWay ? available + pending : available) >= amount) return
  throw invalid('The connected account has insufficient funds in its Stripe balance to reverse this transfer.', {
    code: 'balance_insufficient',
  })
}

function reverse(
  call: Call,
  transfer: Stripe.Transfer,
  params: Stripe.TransferCreateReversalParams,
): Stripe.TransferReversal {
  const left = transfer.amount - transfer.amount_reversed
  const amount = params.amount ?? left
  if (left === 0) throw invalid(`Transfer ${transfer.id} is already fully reversed.`)
  if (amount < 1)
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
  if (amount > left) {
    throw invalid(`Transfer amount reversal (${amount}) is greater than unreversed amount on transfer (${left})`, {
      param: 'amount',
    })
  }
  const account = idOf(transfer.destination) ?? ''
  const payment = existing({ ...call, account }, 'charge', idOf(transfer.destination_payment) ?? '')
  const received = existing({ ...call, account }, 'balance_transaction', idOf(payment.balance_transaction) ?? '')
  const availableOn = Math.max(received.available_on, call.now)
  checkFunds(call, account, amount, transfer.currency, availableOn > call.now)

  const id = stripeId('trr')
  const refund = stripeId('pyr')
  const entry = { currency: transfer.currency, now: call.now, availableOn }
  const back = enter(call.db, {
    ...entry,
    account: call.account,
    type: 'transfer_refund',
    reportingCategory: 'transfer_reversal',
    amount,
    source: id,
  })
  const taken = enter(call.db, {
    ...entry,
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
    balance_transaction: back.id,
    created: call.now,
    currency: transfer.currency,
    destination_payment_refund: refund,
    metadata: merged({}, params.metadata),
    source_refund: null,
    transfer: transfer.id,
  }
  objects.insert(call.db, call.account, reversal)
  objects.insert(call.db, account, paymentRefund(reversal, payment, taken.id))
  objects.update(call.db, { ...payment, amount_refunded: payment.amount_refunded + amount, refunded: amount === left })
  const changed = { ...transfer, amount_reversed: transfer.amount_reversed + amount, reversed: amount === left }
  objects.update(call.db, changed)
  say(call, 'transfer.reversed', changed, {
    previous: { amount_reversed: transfer.amount_reversed, reversed: transfer.reversed },
  })
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
    honours: ['amount', 'metadata'],
    returns: 'TransferReversal',
    answer: (call, params, transfer: string) => reverse(call, existing(call, 'transfer', transfer), params),
  }),
  endpoint({
    method: 'get',
    path: '/v1/transfers/:transfer/reversals/:id',
    params: 'TransferRetrieveReversalParams',
    honours: [],
    returns: 'TransferReversal',
    answer: (call, _, transfer: string, id: string) => {
      const found = existing(call, 'transfer_reversal', id)
      if (idOf(found.transfer) !== transfer) throw noSuch('transfer reversal', id)
      return found
    },
  }),
  list({
    path: '/v1/transfers/:transfer/reversals',
    params: 'TransferListReversalsParams',
    honours: [],
    returns: 'TransferReversal',
    answer: (call, params, transfer: string) => {
      const { id } = existing(call, 'transfer', transfer)
      return page(
        objects.all(call.db, 'transfer_reversal', call.account, { transfer: id }),
        params,
        `/v1/transfers/${id}/reversals`,
      )
    },
  }),
]
