import { type Context, idOf } from '../api/context.ts'
import { balancesOf } from '../database/balance-transactions.ts'
import * as objects from '../database/objects.ts'

/** Every object a ledger must agree with, oldest first and small enough to read. */
export function readState({ db, platform, now }: Context) {
  const list = <K extends objects.Kind>(kind: K) => objects.list(db, kind, platform).toReversed()
  const fees = new Map(list('balance_transaction').map(({ id, fee }) => [id, fee]))
  return {
    platform,
    now,
    paymentIntents: list('payment_intent').map(({ id, status, amount, currency, metadata, created, ...intent }) => ({
      ...{ id, status, amount, currency, metadata, created },
      amountReceived: intent.amount_received,
      charge: idOf(intent.latest_charge),
      transferGroup: intent.transfer_group,
    })),
    charges: list('charge').map(({ id, status, captured, disputed, amount, currency, metadata, ...charge }) => ({
      ...{ id, status, captured, disputed, amount, currency, metadata },
      amountCaptured: charge.amount_captured,
      amountRefunded: charge.amount_refunded,
      paymentIntent: idOf(charge.payment_intent),
      fee: fees.get(idOf(charge.balance_transaction) ?? '') ?? 0,
    })),
    refunds: list('refund').map(({ id, status, amount, currency, metadata, ...refund }) => ({
      ...{ id, status, amount, currency, metadata },
      charge: idOf(refund.charge),
      paymentIntent: idOf(refund.payment_intent),
    })),
    transfers: list('transfer').map(({ id, amount, currency, metadata, ...transfer }) => ({
      ...{ id, amount, currency, metadata },
      amountReversed: transfer.amount_reversed,
      destination: idOf(transfer.destination),
      sourceTransaction: idOf(transfer.source_transaction),
      transferGroup: transfer.transfer_group,
    })),
    reversals: list('transfer_reversal').map(({ id, amount, currency, metadata, transfer }) => ({
      ...{ id, amount, currency, metadata },
      transfer: idOf(transfer),
    })),
    disputes: list('dispute').map(({ id, status, amount, currency, charge }) => ({
      ...{ id, status, amount, currency },
      charge: idOf(charge),
    })),
    balances: list('account').map(({ id }) => ({ account: id, funds: balancesOf(db, id, now) })),
  }
}
