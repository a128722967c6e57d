import type Stripe from 'stripe'
import { enter, fundsIn } from '../books/ledger.ts'
import { stripeId } from '../books/ids.ts'
import * as objects from '../books/objects.ts'
import { checkAmount, currencyOf } from '../payments/amounts.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing, idOf } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { createdIn, page } from '../wire/pagination.ts'
import { invalid } from '../wire/refusal.ts'
import { connectedAccount } from './accounts.ts'
import { receivedPayment } from './received-payment.ts'

type Source = { charge: Stripe.Charge; availableOn: number } | undefined

function sourceOf(call: Call, id: string | undefined): Source {
  if (id === undefined) return undefined
  const charge = existing(call, 'charge', id, 'source_transaction')
  if (!charge.captured)
    throw invalid(`Charge ${id} has not been captured, so it cannot be the source of a transfer.`, {
      param: 'source_transaction',
    })
  const funds = existing(call, 'balance_transaction', idOf(charge.balance_transaction) ?? '')
  return { charge, availableOn: funds.available_on }
}

function checkSource(call: Call, { charge }: NonNullable<Source>, amount: number, currency: string): void {
  if (charge.currency !== currency) {
    throw invalid(
      `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${currency})`,
      {
        param: 'currency',
      },
    )
  }
  const before = objects
    .all(call.db, 'transfer', call.account, { source_transaction: charge.id })
    .reduce((total, transfer) => total + transfer.amount - transfer.amount_reversed, 0)
  if (before + amount > charge.amount_captured) {
    throw invalid(
      `Transfers using this transaction as a source must not exceed the source amount of ${charge.amount_captured}.` +
        (before ? ` (There are already transfers using this source, amounting to a total of ${before}.)` : ''),
      { param: 'amount' },
    )
  }
}

function checkFunds(call: Call, amount: number, currency: string): void {
  if (fundsIn(call.db, call.account, currency, call.now).available >= amount) return
  throw invalid(
    'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance',
    { code: 'balance_insufficient' },
  )
}

function checkDestination(call: Call, id: string): Stripe.Account {
  const destination = connectedAccount(call, id)
  if (destination.id === call.platform)
    throw invalid('You cannot transfer funds to your own account.', { param: 'destination' })
  if (destination.capabilities?.transfers !== 'active') {
    throw invalid(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer' },
    )
  }
  return destination
}

/** Stripe puts a charge and the transfers that draw on it into one group when nobody named one. */
function groupOf(call: Call, params: Stripe.TransferCreateParams, source: Source): string | null {
  if (!source) return params.transfer_group ?? null
  const group =
    source.charge.transfer_group ??
    params.transfer_group ??
    `group_${idOf(source.charge.payment_intent) ?? source.charge.id}`
  if (source.charge.transfer_group === null) objects.update(call.db, { ...source.charge, transfer_group: group })
  return params.transfer_group ?? group
}

function transfer(call: Call, params: Stripe.TransferCreateParams): Stripe.Transfer {
  const currency = currencyOf(params.currency)
  const amount = params.amount
  if (amount === undefined)
    throw invalid('Missing required param: amount.', { code: 'parameter_missing', param: 'amount' })
  checkAmount(amount, currency)
  const destination = checkDestination(call, params.destination)
  const source = sourceOf(call, params.source_transaction)
  if (source) checkSource(call, source, amount, currency)
  else checkFunds(call, amount, currency)
  const id = stripeId('tr')
  const availableOn = Math.max(source?.availableOn ?? call.now, call.now)
  const entry = { currency, now: call.now, availableOn, description: params.description ?? null }
  const paid = enter(call.db, {
    ...entry,
    account: call.account,
    type: 'transfer',
    reportingCategory: 'transfer',
    amount: -amount,
    source: id,
  })
  const made: Stripe.Transfer = {
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: paid.id,
    created: call.now,
    currency,
    description: params.description ?? null,
    destination: destination.id,
    destination_payment: receivedPayment(call, { id, amount, destination: destination.id, ...entry }).id,
    livemode: false,
    metadata: merged({}, params.metadata),
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: source?.charge.id ?? null,
    source_type: 'card',
    transfer_group: groupOf(call, params, source),
  }
  objects.insert(call.db, call.account, made)
  say(call, 'transfer.created', made)
  return made
}

export const transfers = [
  endpoint({
    method: 'post',
    path: '/v1/transfers',
    params: 'TransferCreateParams',
    honours: ['amount', 'currency', 'destination', 'source_transaction', 'transfer_group', 'description', 'metadata'],
    returns: 'Transfer',
    answer: transfer,
  }),
  endpoint({
    method: 'get',
    path: '/v1/transfers/:id',
    params: 'TransferRetrieveParams',
    honours: [],
    returns: 'Transfer',
    answer: (call, _, id: string) => existing(call, 'transfer', id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/transfers/:id',
    params: 'TransferUpdateParams',
    honours: ['description', 'metadata'],
    returns: 'Transfer',
    answer: (call, params, id: string) => {
      const known = existing(call, 'transfer', id)
      const changed = {
        ...known,
        description: params.description === undefined ? known.description : params.description || null,
        metadata: merged(known.metadata, params.metadata),
      }
      objects.update(call.db, changed)
      say(call, 'transfer.updated', changed)
      return changed
    },
  }),
  list({
    path: '/v1/transfers',
    params: 'TransferListParams',
    honours: ['destination', 'transfer_group', 'created'],
    returns: 'Transfer',
    answer: (call, { created, destination, transfer_group, ...cursor }) => {
      const where = { ...(destination && { destination }), ...(transfer_group && { transfer_group }) }
      return page(
        objects.all(call.db, 'transfer', call.account, where).filter(createdIn(created)),
        cursor,
        '/v1/transfers',
      )
    },
  }),
]
