import { Temporal } from 'temporal-polyfill'
import * as booking from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import { payBooking, readReceipt } from '@buy-locals/contracts/payment/operations'
import { localDateOf } from '@buy-locals/values/time'
import type { Id } from '@buy-locals/values/ids'
import { advanceClock } from '../clock.ts'
import { registerConsumer, registerConsumers, type Person } from '../person.ts'
import { poll } from '../poll.ts'
import { confirmPayment, decideDispute, openDispute, refundAtStripe } from '../stripe.ts'
import type { TestMarket } from '../test-market.ts'

export type Booking = { person: Person; bookingId: Id<'booking'>; start: string }

/** The label is stored as the note, so that the same booking is found in another market. */
export async function book(
  market: TestMarket,
  label: string,
  service: Service,
  start: string,
  booker?: Person,
): Promise<Booking> {
  const person = booker ?? (await registerConsumer(market.url))
  const body = { businessId: market.businessId, serviceId: service.id, start, note: label, allowOverlap: true }
  const { id: bookingId } = await person.call(booking.book, { body })
  return { person, bookingId, start }
}

/** Tries the cards given, and at last one that is accepted. */
export async function pay({ stripe }: TestMarket, { person, bookingId }: Booking, ...cards: string[]): Promise<string> {
  const intent = await person.call(payBooking, { params: { bookingId } })
  let outcome = ''
  for (const card of [...cards, 'pm_card_visa']) outcome = await confirmPayment(stripe, intent, card)
  return outcome
}

/** Until the payment service knows of the dispute: one that is decided before it is heard of leaves other traces. */
async function waitForDispute({ person, bookingId }: Booking): Promise<void> {
  const isKnown = await poll(
    async () => (await person.call(readReceipt, { params: { bookingId } })).funds === 'disputed',
    { everyMs: 150 },
  )
  if (!isKnown) throw new Error(`${bookingId} is disputed, and the payment service does not know it after a minute`)
}

/** Until they read of it: nobody is notified of what was undone before. */
async function waitForNoShow({ person, bookingId }: Booking): Promise<void> {
  const isNotified = await poll(
    async () => {
      const { items } = await person.call(listNotifications, { query: {} })
      return items.some(({ kind, about }) => kind === 'booking-no-show' && about.bookingId === bookingId)
    },
    { everyMs: 150 },
  )
  if (!isNotified) throw new Error(`${bookingId} is a no-show, and its booker is not notified after a minute`)
}

export const waitForStatus = ({ person, bookingId }: Booking, expected: string): Promise<boolean> =>
  poll(async () => (await person.call(booking.readBooking, { params: { bookingId } })).status === expected, {
    everyMs: 150,
  })

/** From tomorrow to soon. */
async function move(market: TestMarket, { bookingId }: Booking, by: Person): Promise<void> {
  const start = soon(await market.freeStarts(market.services.quick))
  await by.call(booking.rescheduleBooking, { params: { bookingId }, body: { start } })
}

async function cancelSessionOf({ owner, businessId }: TestMarket, one: Booking | undefined): Promise<void> {
  if (!one) throw new Error('There is no session')
  const params = { businessId }
  const date = localDateOf(Temporal.Instant.from(one.start), 'America/Boise')
  const query = { from: date, to: date }
  const { items } = await owner.call(booking.listBusinessBookings, { params, query })
  const groupSessionId = items.find(({ id }) => id === one.bookingId)?.groupSessionId
  if (!groupSessionId) throw new Error(`The board names no session of ${one.bookingId}`)
  const body = { reason: 'Ben is ill' }
  await owner.call(booking.cancelGroupSession, { params: { ...params, groupSessionId }, body })
}

const soon = (starts: string[]) => starts[6] ?? ''
export const tomorrow = (starts: string[]) => starts[170] ?? ''
const nextSession = (starts: string[]) => starts[200] ?? ''

type Options = {
  market: TestMarket
  /** Called when everything is paid and when disputes are opened, for a run in which no webhook arrives. */
  afterStripe?: () => Promise<void>
}

/** Bookings with every outcome that a payment can have, from the card to the transfer, refunds and disputes made at Stripe among them, in one market. */
export async function runScenario({ market, afterStripe }: Options): Promise<void> {
  const { owner, operator, services } = market
  const bookers = await registerConsumers(market.url, 8)
  let booked = 0
  const bookAt = async (label: string, when: (starts: string[]) => string, service = services.quick) =>
    book(market, label, service, when(await market.freeStarts(service)), bookers[booked++ % bookers.length])
  const completed = await bookAt('completed', soon)
  const declined = await bookAt('declined first', soon)
  const complaint = await bookAt('with a complaint', soon)
  const noShow = await bookAt('no-show', soon)
  const objected = await bookAt('no-show, objected to', soon)
  const undone = await bookAt('no-show, undone', soon)
  const late = await bookAt('cancelled late', soon)
  const early = await bookAt('cancelled early', tomorrow)
  const byOwner = await bookAt('cancelled by the owner', tomorrow)
  const refunded = await bookAt('refunded at Stripe', soon)
  const inPart = await bookAt('refunded in part at Stripe', soon)
  const both = await bookAt('refunded at Stripe, then cancelled', tomorrow)
  const won = await bookAt('disputed and won', soon)
  const lost = await bookAt('disputed and lost', soon)
  const wonLater = await bookAt('disputed after the release and won', soon)
  const lostLater = await bookAt('disputed after the release and lost', soon)
  const refundedLater = await bookAt('refunded at Stripe after the release', soon)
  const inGroup = [
    await bookAt('course one', tomorrow, services.course),
    await bookAt('course two', tomorrow, services.course),
  ]
  const inSession = [
    await bookAt('session one', nextSession, services.course),
    await bookAt('session two', nextSession, services.course),
  ]
  const moved = await bookAt('moved by the booker', tomorrow)
  const movedByOwner = await bookAt('moved by the owner', tomorrow)
  const taken = await bookAt('completion, undone', soon)
  await bookAt('never paid', tomorrow)
  const atStripe = [refunded, inPart, won, lost, wonLater, lostLater, refundedLater]
  const visits = [completed, declined, complaint, noShow, objected, undone]
  const moves = [moved, movedByOwner]
  const paid = [...visits, late, early, byOwner, both, ...atStripe, ...inGroup, ...inSession, ...moves, taken]
  for (const one of paid) await pay(market, one, ...(one === declined ? ['pm_card_visa_chargeDeclined'] : []))
  await afterStripe?.()
  for (const one of paid) {
    if (!(await waitForStatus(one, 'confirmed')))
      throw new Error(`${one.bookingId} was paid and is not confirmed after a minute`)
  }
  const cancel = ({ bookingId }: Booking, by: Person) =>
    by.call(booking.cancelBooking, { params: { bookingId }, body: {} })
  const { stripe } = market
  await refundAtStripe(stripe, refunded.bookingId)
  for (const amount of [700, 300]) await refundAtStripe(stripe, inPart.bookingId, amount)
  await refundAtStripe(stripe, both.bookingId, 1_000)
  const disputes = async (...disputed: Booking[]) => {
    const ids = []
    for (const { bookingId } of disputed) ids.push(await openDispute(stripe, bookingId))
    await afterStripe?.()
    for (const one of disputed) await waitForDispute(one)
    for (const [index, id] of ids.entries()) await decideDispute(stripe, id, index === 0 ? 'won' : 'lost')
  }
  await disputes(won, lost)
  await move(market, moved, moved.person)
  await move(market, movedByOwner, owner)
  await cancelSessionOf(market, inSession[0])
  await cancel(both, both.person)
  await cancel(early, early.person)
  await cancel(late, late.person)
  await cancel(byOwner, owner)
  await advanceClock(market, 'PT3H30M')
  for (const { bookingId } of [completed, declined, complaint, taken, ...moves, ...atStripe])
    await owner.call(booking.completeBooking, { params: { bookingId } })
  for (const { bookingId } of [noShow, objected, undone])
    await owner.call(booking.markNoShow, { params: { bookingId } })
  for (const { bookingId, person } of [complaint, objected]) {
    const params = { bookingId }
    await person.call(booking.fileComplaint, { params, body: { text: 'The towel was wet.' } })
    const decision = { outcome: 'refunded' as const, refundShare: 5_000, reason: 'The towel was wet.' }
    await operator.call(booking.decideComplaint, { params, body: decision })
  }
  await waitForNoShow(undone)
  await owner.call(booking.reopenBooking, { params: { bookingId: undone.bookingId } })
  await owner.call(booking.completeBooking, { params: { bookingId: undone.bookingId } })
  await owner.call(booking.reopenBooking, { params: { bookingId: taken.bookingId } })
  await owner.call(booking.markNoShow, { params: { bookingId: taken.bookingId } })
  await advanceClock(market, 'PT15M') // mails that wait for an undo go out before the complaint windows end
  await advanceClock(market, 'PT25H')
  await disputes(wonLater, lostLater)
  await refundAtStripe(stripe, refundedLater.bookingId, 1_234)
}
