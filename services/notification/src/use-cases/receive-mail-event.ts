import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { isTooOld } from '../domain/suppression.ts'
import type { MailFailure } from '../mail-events.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as suppressedAddresses from '../persistence/suppressed-addresses.ts'
import { hashAddress } from '../persistence/unsubscribed-addresses.ts'
import * as visits from '../persistence/visits.ts'
import { notifyOfUnreached } from '../steps/notify-unreached.ts'
import { suppressBounced } from '../steps/suppress-address.ts'

/** What became of mails, as Amazon SNS posts it: twice, late, and out of order. */
export async function receiveMailEvents(deps: Deps, body: Buffer): Promise<void> {
  if (!deps.mailEvents) throw new Problem('notification/mail-events-off', 'No topic of mail events is set up')
  const events = await deps.mailEvents.read(body)
  if (!events) throw new Problem('notification/signature', 'The signature does not fit')
  for (const event of events) {
    if (event.reason === 'delivery') await deliveries.markMailDelivered(deps.db, event.reference, event.at)
    else await suppress(deps, event)
  }
}

async function suppress(deps: Deps, event: MailFailure): Promise<void> {
  const { reason, address, reference, mailedAt } = event
  const { db, clock, log, linkSecret } = deps
  const at = clock()
  if (isTooOld(mailedAt, at)) return
  log.info({ reason }, 'mail came back')
  await db.transaction().execute(async (tx) => {
    const addressHash = hashAddress(linkSecret, address)
    if (reason === 'complaint') return suppressedAddresses.insert(tx, { addressHash, reason, mailedAt, at })
    await suppressBounced(tx, { addressHash, bounce: event.bounce, mailedAt, at })
    const delivery = await deliveries.markBounced(tx, reference)
    const visit = delivery?.bookingId ? await visits.find(tx, delivery.bookingId) : undefined
    if (visit && visit.personId === delivery?.personId)
      await notifyOfUnreached(deps, tx, { ...visit, businessId: visit.businessId as Id<'business'> })
  })
}
