import { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import { decrypt } from '@buy-locals/service-kit/encryption'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { About } from '../domain/notifications.ts'
import { isTried, reasonsAgainst } from '../domain/suppression.ts'
import { countsOf, isUnpublished, type Origin } from '../domain/mail-limits.ts'
import type { MailRequest } from '../jobs.ts'
import { findBounce, isPerhapsSent, isPermanentFailure } from '../mail.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as suppressedAddresses from '../persistence/suppressed-addresses.ts'
import { hashAddress } from '../persistence/unsubscribed-addresses.ts'
import { composeMail, type ReadyMail } from '../steps/compose-mail.ts'
import { isSubscribed } from '../steps/is-subscribed.ts'
import { notifyOfUnreached } from '../steps/notify-unreached.ts'
import { reserveMessage } from '../steps/reserve-message.ts'
import { suppressBounced } from '../steps/suppress-address.ts'

const patienceSeconds = 24 * 3_600
/** Every try is perhaps one copy more: one an hour, four at most. The fourth comes three hours after the first, less what passes within one. An outage of an hour loses nothing. */
const hoursOfLostResponses = 2.9
/** A guest's link may arrive after what is mailed about the booking. Of bookings from before links were kept there is none. */
const linkPatienceSeconds = 60
/** So may the name of somebody who books as a guest. */
const namePatienceSeconds = 60

type Delivery = NonNullable<Awaited<ReturnType<typeof deliveries.find>>>
type Mailing = { id: string; request: MailRequest; delivery: Delivery; dueAt: Temporal.Instant; now: Temporal.Instant }
type Ready = Mailing & ReadyMail & { addressHash: string; origin: Origin }

/**
 * The attempts are those since it was last due at a time of its own. A mail that was perhaps sent is due an hour later, and one
 * that was not forgets the attempt: a second attempt that remembers the first means that the process ended in the middle of it.
 */
type MailDue = { key: string; payload: MailRequest; attempts: number; runAt: Temporal.Instant }

/** An address that has not arrived yet is waited for, and a mail server that is down is tried again, both for a day. Returns when to try again. */
export async function sendMail(
  deps: Deps,
  { key: id, payload: request, attempts, runAt: dueAt }: MailDue,
): Promise<Temporal.Instant | void> {
  const { db, clock, mail } = deps
  const now = clock()
  const needs = { ...request, bookingId: bookingOf(request.link) }
  const delivery = await deliveries.find(db, { id, needs, now })
  if (!delivery || delivery.sentAt) return // the process ended before it could remove the job
  const prepared = await prepare(deps, { id, request, delivery, dueAt, now })
  if ('again' in prepared) return prepared.again
  if ('notSent' in prepared) return deliveries.update(db, id, { not_sent: prepared.notSent })
  const { ready } = prepared
  const isCutOff = delivery.attemptedAt !== null && attempts > 1
  if (isCutOff && !mail.sendsOnce) return tryAgainInAnHour(deps, ready)
  const message = composeMail(deps, ready)
  const reserved = await reserve(deps, ready)
  if (reserved !== 'counted') {
    await deliveries.update(db, id, { not_sent: outcomes[reserved] })
    if (reserved === 'bounce') await notifyLeaders(deps, request)
    return
  }
  const { addressHash, origin } = ready
  if (origin.isBounced) await suppressedAddresses.lift(db, addressHash, ['bounce'], now)
  let reference: string | void
  try {
    reference = await mail.send(message)
  } catch (error) {
    return giveUpOrTryAgain(deps, ready, error)
  }
  const sent = reference ? { reference, bookingId: needs.bookingId } : { addressHash }
  await deliveries.markSent(db, { id, at: now, ...sent })
}

type Prepared = { again: Temporal.Instant } | { notSent: deliveries.NotSent } | { ready: Ready }

/** Whether it is still to be sent, and all that is needed for it is there. */
async function prepare(deps: Deps, mailing: Mailing): Promise<Prepared> {
  const { db, linkSecret } = deps
  const { request, delivery, now } = mailing
  const { personId, to, kind, about, link, preference, names, businessId, isWrittenByBusiness = false } = request
  if (delivery.isOutdated || isTooLate(about, now)) return { notSent: 'superseded' }
  const waited = waitedSeconds(mailing)
  const { person, guestToken, named: by } = delivery
  if (!person) {
    if (waited <= patienceSeconds) return { again: now.add({ seconds: Math.max(2, Math.ceil(waited)) }) } // soon at first, then less and less often
    return { notSent: 'no-address' } // who booked by phone may have none
  }
  if (preference && !(await isSubscribed(deps, { personId, kind: preference }, person))) return { notSent: 'stopped' }
  const soon = { again: now.add({ seconds: 2 }) }
  const token = person.isGuest && guestToken ? decrypt(linkSecret, guestToken) : undefined
  if (person.isGuest && bookingOf(link) && !token && waited <= linkPatienceSeconds) return soon
  if (names && by === null && waited <= namePatienceSeconds) return soon
  const businessStatus = (isWrittenByBusiness && delivery.businessStatus) || undefined
  const address = to ?? person.email
  const addressHash = hashAddress(linkSecret, address)
  const isBounced = isTried(kind) && (await suppressedAddresses.has(db, addressHash, 'bounce'))
  const isProven = person.verified && !to
  const origin = { kind, isProven, isBounced, businessId, isWrittenByBusiness, businessStatus }
  if (isUnpublished(origin)) return { notSent: 'unpublished' }
  return { ready: { ...mailing, person, token, by, address, addressHash, isProven, origin } }
}

function reserve(deps: Deps, { id, request, origin, address, addressHash }: Ready) {
  const { kind, preference } = request
  const against = { addressHash, reasons: reasonsAgainst({ kind, isChosen: preference !== undefined }) }
  return reserveMessage(deps, { deliveryId: id, counts: countsOf(origin, address, deps.limits), against })
}

const outcomes = { limited: 'limited', bounce: 'bounced', complaint: 'complained' } as const

async function giveUpOrTryAgain(deps: Deps, ready: Ready, error: unknown): Promise<Temporal.Instant | void> {
  const { db, clock, log, mail } = deps
  const { id, request, delivery, now, addressHash } = ready
  const { kind } = request
  if (isPerhapsSent(error)) return tryAgainInAnHour(deps, ready, error)
  if (!isPermanentFailure(error) && waitedSeconds(ready) <= patienceSeconds) {
    if (!delivery.attemptedAt || mail.sendsOnce) {
      await deliveries.update(db, id, { attempted_at: null })
      throw error
    }
    log.warn({ err: error, kind }, 'mail not taken')
    return anHourAfter(now)
  }
  log.warn({ err: error, kind }, 'mail given up')
  await deliveries.update(db, id, { not_sent: isPermanentFailure(error) ? 'refused' : 'unanswered' })
  await suppressBounced(db, { addressHash, bounce: findBounce(error), mailedAt: clock(), at: clock() })
  if (isPermanentFailure(error)) await notifyLeaders(deps, request)
}

/** The response was lost, or the process ended before it came. A first try is no last one, however long the machine was off after it. */
async function tryAgainInAnHour(
  { db, log }: Deps,
  { id, request: { kind }, delivery: { attemptedAt }, dueAt, now }: Ready,
  error?: unknown,
): Promise<Temporal.Instant | void> {
  const wasTriedBefore = attemptedAt !== null && isBefore(attemptedAt, dueAt)
  const isLast = wasTriedBefore && attemptedAt.until(now).total('hours') > hoursOfLostResponses
  log.warn({ err: error, kind }, isLast ? 'mail given up' : 'mail perhaps sent')
  if (!isLast) return anHourAfter(now)
  await deliveries.update(db, id, { not_sent: 'unanswered' })
}

const anHourAfter = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: 1 })

/** That the customer of a booking was not reached. */
async function notifyLeaders(deps: Deps, { link, businessId, personId, about }: MailRequest): Promise<void> {
  const bookingId = bookingOf(link)
  if (!bookingId || !businessId) return
  const ids = { businessId: businessId as Id<'business'>, personId: personId as Id<'person'> }
  await deps.db.transaction().execute((tx) => notifyOfUnreached(deps, tx, { bookingId, ...ids, about }))
}

const waitedSeconds = ({ delivery, now }: Mailing): number => delivery.requestedAt.until(now).total('seconds')

/** What was to be paid by then is held no more. */
const isTooLate = ({ payBy }: About, now: Temporal.Instant) =>
  typeof payBy === 'string' && isBefore(Temporal.Instant.from(payBy), now)

/** Whose page the link opens. */
const bookingOf = (link = ''): string | undefined => /^\/bookings\/(bkg_\w+)(?:\/pay)?$/.exec(link)?.[1]
