import type { Deps } from '../deps.ts'
import { faultsAgainstProvider, faultsOfPayments } from '../domain/ledger-faults.ts'
import * as sums from '../persistence/ledger-sums.ts'

export type LedgerCheck = {
  entries: number
  payments: number
  /** Sentences to print; none where everything adds up. */
  faults: string[]
}

/** Whether the ledger adds up in itself, with the payments, and with what the provider has on record. Only meaningful while nothing is under way. */
export async function checkLedger({ db, cardPayments }: Pick<Deps, 'db' | 'cardPayments'>): Promise<LedgerCheck> {
  const entries = await sums.countEntries(db)
  const captured = await sums.listCapturedPayments(db)
  const ofPayments = await sums.sumByPayment(db)
  const records = await cardPayments?.fetchRecords()
  const unbalanced = await sums.listUnbalanced(db)
  return {
    entries,
    payments: captured.length,
    faults: [
      ...unbalanced.map(
        ({ id, currency, off, entries }) => `${id} is out of balance by ${off} ${currency}: ${entries}`,
      ),
      ...faultsOfPayments(captured, ofPayments),
      ...(await sums.listWronglyPaid(db)).map(
        ({ id, deposit, used, payments }) => `${id} costs ${deposit}, and ${used} is used for it: ${payments}`,
      ),
      ...(await sums.listWrongSums(db)).map(
        ({ id, summed, entered }) => `${id}: held, released and owed are summed as ${summed}, entered ${entered}`,
      ),
      ...(records ? faultsAgainstProvider(records, ofPayments, await sums.sumAtProvider(db)) : []),
    ],
  }
}
