import { Temporal } from 'temporal-polyfill'
import type { PreferenceKind } from '@buy-locals/contracts/notification/shapes'
import type { Id } from '@buy-locals/values/ids'
import { decrypt } from '@buy-locals/service-kit/encryption'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { About } from '../domain/notifications.ts'
import { isTried, reasonsAgainst } from '../domain/suppression.ts'
import { countsOf, isUnpublished } from '../domain/mail-limits.ts'
import type { MailRequest } from '../jobs.ts'
import { findBounce, isPerhapsSent, isPermanentFailure } from '../mail.ts'
import { writeCalendarFile } from '../messages/calendar-file.ts'
import { renderMail } from '../messages/render-mail.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as suppressedAddresses from '../persistence/suppressed-addresses.ts'
import { hashAddress } from '../persistence/unsubscribed-addresses.ts'
import { isSubscribed } from '../steps/is-subscribed.ts'
import { notifyOfUnreached } from '../steps/notify-unreached.ts'
import { reserveMessage } from '../steps/reserve-message.ts'
import { suppressBounced } from '../steps/suppress-address.ts'
import { signSubscription, unsubscribePath } from '../unsubscribe-token.ts'

const patienceSeconds = 24 * 3_600
/** Every try is perhaps one copy more: one an hour, four at most. An outage of an hour loses nothing. */
const hoursOfLostResponses = 3
/** A guest's link may arrive after what is mailed about the booking. Of bookings from before links were kept there is none. */
const linkPatienceSeconds = 60
/** So may the name of somebody who books as a guest. */
const namePatienceSeconds = 60

/** An address that has not arrived yet is waited for, and a mail server that is down is tried again, both for a day. Returns when to try again. */
export async function sendMail(
  deps: Deps,
  id: string,
  {
    personId,
    to,
    kind,
    about,
    link,
    preference,
    items,
    names,
    notifiedVersion,
    visit,
    whileState,
    calendar,
    businessId,
    isWrittenByBusiness = false,
  }: MailRequest,
): Promise<Temporal.Instant | void> {
  const { db, clock, log, mail, publicUrl, linkSecret } = deps
  const now = clock()
  const bookingId = bookingOf(link)
  const needs = { notifiedVersion, whileState, visit, names, businessId, bookingId }
  const delivery = await deliveries.find(db, { id, needs, now })
  if (!delivery || delivery.sentAt) return // the process ended before it could remove the job
  if (delivery.isOutdated || isTooLate(about, now)) return deliveries.update(db, id, { not_sent: 'superseded' })
  const waited = delivery.requestedAt.until(now).total('seconds')
  const { person, guestToken, named: by } = delivery
  if (!person) {
    if (waited <= patienceSeconds) return now.add({ seconds: Math.max(2, Math.ceil(waited)) }) // soon at first, then less and less often
    return deliveries.update(db, id, { not_sent: 'no-address' }) // who booked by phone may have none
  }
  if (preference && !(await isSubscribed(deps, { personId, kind: preference }, person)))
    return deliveries.update(db, id, { not_sent: 'stopped' })
  const token = person.isGuest && guestToken ? decrypt(linkSecret, guestToken) : undefined
  if (person.isGuest && bookingId && !token && waited <= linkPatienceSeconds) return now.add({ seconds: 2 })
  if (names && by === null && waited <= namePatienceSeconds) return now.add({ seconds: 2 })
  const businessStatus = (isWrittenByBusiness && delivery.businessStatus) || undefined
  const address = to ?? person.email
  const addressHash = hashAddress(linkSecret, address)
  const isBounced = isTried(kind) && (await suppressedAddresses.has(db, addressHash, 'bounce'))
  const origin = { kind, isProven: person.verified && !to, isBounced, businessId, isWrittenByBusiness, businessStatus }
  if (isUnpublished(origin)) return deliveries.update(db, id, { not_sent: 'unpublished' })
  const ids = { businessId: businessId as Id<'business'>, personId: personId as Id<'person'> }
  const unreached = bookingId && businessId ? { bookingId, ...ids, about } : undefined
  const notifyLeaders = async () => {
    if (unreached) await db.transaction().execute((tx) => notifyOfUnreached(deps, tx, unreached))
  }
  const against = { addressHash, reasons: reasonsAgainst({ kind, isChosen: preference !== undefined }) }
  const counts = countsOf(origin, address, deps.limits)
  const reserved = await reserveMessage(deps, { deliveryId: id, counts, against })
  if (reserved !== 'counted') {
    await deliveries.update(db, id, { not_sent: outcomes[reserved] })
    if (reserved === 'bounce') await notifyLeaders()
    return
  }
  if (isBounced) await suppressedAddresses.lift(db, addressHash, ['bounce'], now)
  const page = link && publicUrl + link + (token ? `#${token}` : '')
  const message = renderMail({
    id,
    ...person,
    verified: origin.isProven, // who reads it elsewhere is perhaps somebody else
    to: address,
    kind,
    about: { ...(by && { by }), ...about },
    link: page,
    unsubscribe: preference && toUnsubscribeLink(deps, personId, preference),
    items,
  })
  const { business = '', service = '', address: venue } = about
  const file =
    calendar &&
    writeCalendarFile({
      ...{ entry: calendar, business: String(business), service: String(service), to: address, publicUrl },
      ...{ address: venue === undefined ? undefined : String(venue), at: now.toString() },
    })
  let reference: string | void
  try {
    reference = await mail.send({ ...message, names, ...(file && { attachments: [file] }) })
  } catch (error) {
    const isLost = isPerhapsSent(error)
    if (isLost && (delivery.attemptedAt ?? now).until(now).total('hours') < hoursOfLostResponses) {
      log.warn({ err: error, kind }, 'mail perhaps sent')
      if (!delivery.attemptedAt) await deliveries.update(db, id, { attempted_at: now })
      return now.add({ hours: 1 })
    }
    if (!isPermanentFailure(error) && !isLost && waited <= patienceSeconds) throw error
    log.warn({ err: error, kind }, 'mail given up')
    await deliveries.update(db, id, { not_sent: isPermanentFailure(error) ? 'refused' : 'unanswered' })
    await suppressBounced(db, { addressHash, bounce: findBounce(error), mailedAt: clock(), at: clock() })
    if (isPermanentFailure(error)) await notifyLeaders()
    return
  }
  await deliveries.markSent(db, { id, at: now, ...(reference ? { reference, bookingId } : { addressHash }) })
}

const outcomes = { limited: 'limited', bounce: 'bounced', complaint: 'complained' } as const

const toUnsubscribeLink = ({ publicUrl, linkSecret }: Deps, personId: string, kind: PreferenceKind): string =>
  `${publicUrl}${unsubscribePath}/${signSubscription(linkSecret, { personId, kind })}`

/** What was to be paid by then is held no more. */
const isTooLate = ({ payBy }: About, now: Temporal.Instant) =>
  typeof payBy === 'string' && isBefore(Temporal.Instant.from(payBy), now)

/** Whose page the link opens. */
const bookingOf = (link = ''): string | undefined => /^\/bookings\/(bkg_\w+)(?:\/pay)?$/.exec(link)?.[1]
