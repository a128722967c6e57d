import type { Transaction } from 'kysely'
import type { Movements } from '../domain/funds-plan.ts'
import type { Payment } from '../domain/payment.ts'
import type { Database } from '../persistence/database.ts'
import * as disputes from '../persistence/dispute-repository.ts'
import * as ledger from '../persistence/ledger.ts'
import * as refunds from '../persistence/refund-repository.ts'
import * as transfers from '../persistence/transfer-repository.ts'

/** What has happened to the money of a payment. The payment is locked. */
export async function readMovements(tx: Transaction<Database>, { id, amount }: Payment): Promise<Movements> {
  return {
    refunds: await refunds.listByPayment(tx, id),
    disputes: await disputes.listByPayment(tx, id),
    transfers: await transfers.listByPayment(tx, id),
    held: await ledger.readHeld(tx, id, amount.currency),
  }
}
