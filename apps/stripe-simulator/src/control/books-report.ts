import { fundsOf } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import { type Call, idOf } from '../wire/call.ts'

/** Everything a ledger must agree with, small enough to read. Oldest first. */
export function booksReport(call: Call) {
  const { db, platform, now } = call
  const of = <K extends objects.Kind>(kind: K) => objects.all(db, kind, platform).toReversed()
  const fees = new Map(of('balance_transaction').map((entry) => [entry.id, entry.fee]))
  const accounts = objects.all(db, 'account', platform).toReversed()
  return {
    platform,
    now,
    paymentIntents: of('payment_intent').map(
      ({ id, status, amount, amount_received, currency, metadata, latest_charge, transfer_group, created }) => ({
        ...{ id, status, amount, amountReceived: amount_received, currency, metadata, charge: idOf(latest_charge) },
        ...{ transferGroup: transfer_group, created },
      }),
    ),
    charges: of('charge').map(
      ({
        id,
        status,
        captured,
        amount,
        amount_captured,
        amount_refunded,
        currency,
        payment_intent,
        metadata,
        disputed,
        balance_transaction,
      }) => ({
        ...{
          id,
          status,
          captured,
          disputed,
          amount,
          amountCaptured: amount_captured,
          amountRefunded: amount_refunded,
          currency,
        },
        ...{
          paymentIntent: idOf(payment_intent),
          metadata,
          fee: fees.get(idOf(balance_transaction) ?? '') ?? 0,
        },
      }),
    ),
    refunds: of('refund').map(({ id, status, amount, currency, charge, payment_intent, metadata }) => ({
      ...{ id, status, amount, currency, charge: idOf(charge), paymentIntent: idOf(payment_intent), metadata },
    })),
    transfers: of('transfer').map(
      ({ id, amount, amount_reversed, currency, destination, source_transaction, transfer_group, metadata }) => ({
        ...{ id, amount, amountReversed: amount_reversed, currency, destination: idOf(destination) },
        ...{ sourceTransaction: idOf(source_transaction), transferGroup: transfer_group, metadata },
      }),
    ),
    reversals: of('transfer_reversal').map(({ id, amount, currency, transfer, metadata }) => ({
      id,
      amount,
      currency,
      transfer: idOf(transfer),
      metadata,
    })),
    disputes: of('dispute').map(({ id, status, amount, currency, charge }) => ({
      id,
      status,
      amount,
      currency,
      charge: idOf(charge),
    })),
    balances: accounts.map(({ id }) => ({ account: id, funds: fundsOf(db, id, now) })),
  }
}
