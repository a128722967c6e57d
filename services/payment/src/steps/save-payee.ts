import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { payeeChanged } from '@buy-locals/contracts/payment/events'
import { audit } from '@buy-locals/service-kit/audit'
import { record } from '@buy-locals/service-kit/outbox'
import { toPayeeData } from '../domain/event-data.ts'
import type { Payee } from '../domain/payee.ts'
import type { Database } from '../persistence/database.ts'
import * as payees from '../persistence/payee-repository.ts'

type Tx = Transaction<Database>

/** A payee, its event and its audit row are one commit. Of two who create one at once, the second changes nothing. */
export async function savePayee(
  tx: Tx,
  now: Temporal.Instant,
  actor: string,
  before: Payee | undefined,
  after: Payee,
): Promise<void> {
  if (before) await payees.update(tx, after)
  else if (!(await payees.insert(tx, after))) return
  await publishPayee(tx, now, after)
  await audit(tx, now, {
    actor,
    action: payeeChanged.type,
    subject: after.businessId,
    ...(before && { before: toPayeeData(before) }),
    after: toPayeeData(after),
  })
}

export async function publishPayee(tx: Tx, now: Temporal.Instant, payee: Payee): Promise<void> {
  const { businessId, version } = payee
  await record(tx, now, payeeChanged, businessId, version, { businessId, version, ...toPayeeData(payee) })
}
