import type Stripe from 'stripe'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint, retrieveEndpoint } from '../api/endpoint.ts'
import { invalidRequest, missingParam } from '../api/error.ts'
import { mergeMetadata, updatedText } from '../api/params.ts'
import { addBalanceTransaction, balanceIn } from '../database/balance-transactions.ts'
import * as objects from '../database/objects.ts'
import { stripeId } from '../ids.ts'
import { checkAmount, parseCurrency } from '../payments/amounts.ts'
import { newCharge } from '../payments/charges.ts'
import { createEvent, updateWithEvent } from '../webhooks/events.ts'
import { connectedAccount } from './accounts.ts'

type Source = { charge: Stripe.Charge; availableOn: number } | undefined

function findSource(context: Context, id: string | undefined): Source {
  if (id === undefined) return undefined
  const charge = retrieve(context, 'charge', id, 'source_transaction')
  if (!charge.captured)
    throw invalidRequest(`Charge ${id} has not been captured, so it cannot be the source of a transfer.`, {
      param: 'source_transaction',
    })
  const received = retrieve(context, 'balance_transaction', idOf(charge.balance_transaction) ?? '')
  return { charge, availableOn: received.available_on }
}

function checkSource(context: Context, { charge }: NonNullable<Source>, amount: number, currency: string): void {
  if (charge.currency !== currency) {
    throw invalidRequest(
      `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${currency})`,
      { param: 'currency' },
    )
  }
  const transferred = objects
    .list(context.db, 'transfer', context.account, { source_transaction: charge.id })
    .reduce((total, { amount, amount_reversed }) => total + amount - amount_reversed, 0)
  if (transferred + amount > charge.amount_captured) {
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${charge.amount_captured}.` +
        (transferred
          ? ` (There are already transfers using this source, amounting to a total of ${transferred}.)`
          : ''),
      { param: 'amount' },
    )
  }
}

function checkFunds(context: Context, amount: number, currency: string): void {
  if (balanceIn(context.db, context.account, currency, context.now).available >= amount) return
  throw invalidRequest(
    'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance',
    { code: 'balance_insufficient' },
  )
}

function checkDestination(context: Context, id: string): Stripe.Account {
  const destination = connectedAccount(context, id)
  if (destination.id === context.platform)
    throw invalidRequest('You cannot transfer funds to your own account.', { param: 'destination' })
  if (destination.capabilities?.transfers !== 'active') {
    throw invalidRequest(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer' },
    )
  }
  return destination
}

/** Stripe puts a charge and the transfers that draw on it into one group when nobody named one. */
function groupOf(context: Context, params: Stripe.TransferCreateParams, source: Source): string | null {
  if (!source) return params.transfer_group ?? null
  const group =
    source.charge.transfer_group ??
    params.transfer_group ??
    `group_${idOf(source.charge.payment_intent) ?? source.charge.id}`
  if (source.charge.transfer_group === null) objects.update(context.db, { ...source.charge, transfer_group: group })
  return params.transfer_group ?? group
}

function createTransfer(context: Context, params: Stripe.TransferCreateParams): Stripe.Transfer {
  const currency = parseCurrency(params.currency)
  const amount = params.amount
  if (amount === undefined) throw missingParam('amount')
  checkAmount(amount, currency)
  const destination = checkDestination(context, params.destination)
  const source = findSource(context, params.source_transaction)
  if (source) checkSource(context, source, amount, currency)
  else checkFunds(context, amount, currency)
  const id = stripeId('tr')
  const availableOn = Math.max(source?.availableOn ?? context.now, context.now)
  const shared = { currency, now: context.now, availableOn, description: params.description ?? null }
  const transaction = addBalanceTransaction(context.db, {
    ...shared,
    account: context.account,
    type: 'transfer',
    reportingCategory: 'transfer',
    amount: -amount,
    source: id,
  })
  const transfer: Stripe.Transfer = {
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: transaction.id,
    created: context.now,
    currency,
    description: params.description ?? null,
    destination: destination.id,
    destination_payment: createDestinationPayment(context, { id, amount, destination: destination.id, ...shared }).id,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: source?.charge.id ?? null,
    source_type: 'card',
    transfer_group: groupOf(context, params, source),
  }
  objects.insert(context.db, context.account, transfer)
  createEvent(context, 'transfer.created', transfer)
  return transfer
}

type Received = { id: string; destination: string; amount: number; currency: string; now: number; availableOn: number }

/** The other side of a transfer: a payment to the connected account. */
function createDestinationPayment(context: Context, transfer: Received): Stripe.Charge {
  const { destination, amount, currency, now, availableOn } = transfer
  const id = stripeId('py')
  const transaction = addBalanceTransaction(context.db, {
    ...{ amount, currency, now, availableOn },
    account: destination,
    type: 'payment',
    reportingCategory: 'charge',
    source: id,
  })
  const payment: Stripe.Charge = {
    ...newCharge(id, amount, currency, now),
    amount_captured: amount,
    balance_transaction: transaction.id,
    captured: true,
    payment_method_details: { stripe_account: {}, type: 'stripe_account' },
    source_transfer: transfer.id,
  }
  objects.insert(context.db, destination, payment)
  return payment
}

export const transfers = [
  endpoint({
    method: 'post',
    path: '/v1/transfers',
    params: 'TransferCreateParams',
    supports: ['amount', 'currency', 'destination', 'source_transaction', 'transfer_group', 'description', 'metadata'],
    returns: 'Transfer',
    handle: createTransfer,
  }),
  retrieveEndpoint({
    path: '/v1/transfers/:id',
    params: 'TransferRetrieveParams',
    returns: 'Transfer',
    kind: 'transfer',
  }),
  endpoint({
    method: 'post',
    path: '/v1/transfers/:id',
    params: 'TransferUpdateParams',
    supports: ['description', 'metadata'],
    returns: 'Transfer',
    handle: (context, params, id: string) => {
      const transfer = retrieve(context, 'transfer', id)
      return updateWithEvent(context, 'transfer.updated', {
        ...transfer,
        description: updatedText(params.description, transfer.description),
        metadata: mergeMetadata(transfer.metadata, params.metadata),
      })
    },
  }),
  listEndpoint({
    path: '/v1/transfers',
    params: 'TransferListParams',
    supports: ['destination', 'transfer_group', 'created'],
    returns: 'Transfer',
    find: ({ db, account }, { destination, transfer_group }) =>
      objects.list(db, 'transfer', account, { destination, transfer_group }),
  }),
]
