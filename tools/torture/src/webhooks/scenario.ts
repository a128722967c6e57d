import * as booking from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { advanceClock } from '../clock.ts'
import { registerConsumer, type Person } from '../person.ts'
import { poll } from '../poll.ts'
import { confirmPayment } from '../stripe.ts'
import type { TestMarket } from '../test-market.ts'

export type Booking = { person: Person; bookingId: Id<'booking'>; start: string }

/** The label is stored as the note, so that the same booking is found in another market. */
export async function book(market: TestMarket, label: string, service: Service, start: string): Promise<Booking> {
  const person = await registerConsumer(market.url)
  const body = { businessId: market.businessId, serviceId: service.id, start, note: label }
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

export const waitForStatus = ({ person, bookingId }: Booking, expected: string): Promise<boolean> =>
  poll(async () => (await person.call(booking.readBooking, { params: { bookingId } })).status === expected, {
    everyMs: 150,
  })

const soon = (starts: string[]) => starts[6] ?? ''
export const tomorrow = (starts: string[]) => starts[170] ?? ''

type Options = {
  market: TestMarket
  /** Called when everything is paid, for a run in which no webhook arrives. */
  afterPayments?: () => Promise<void>
}

/** Bookings with every outcome that a payment can have, from the card to the transfer, in one market. */
export async function runScenario({ market, afterPayments }: Options): Promise<void> {
  const { owner, operator, services } = market
  const bookAt = async (label: string, when: (starts: string[]) => string, service = services.quick) =>
    book(market, label, service, when(await market.freeStarts(service)))
  const completed = await bookAt('completed', soon)
  const declined = await bookAt('declined first', soon)
  const complaint = await bookAt('with a complaint', soon)
  const noShow = await bookAt('no-show', soon)
  const objected = await bookAt('no-show, objected to', soon)
  const undone = await bookAt('no-show, undone', soon)
  const late = await bookAt('cancelled late', soon)
  const early = await bookAt('cancelled early', tomorrow)
  const byOwner = await bookAt('cancelled by the owner', tomorrow)
  const inGroup = [
    await bookAt('course one', tomorrow, services.course),
    await bookAt('course two', tomorrow, services.course),
  ]
  await bookAt('never paid', tomorrow)
  const paid = [completed, declined, complaint, noShow, objected, undone, late, early, byOwner, ...inGroup]
  for (const one of paid) await pay(market, one, ...(one === declined ? ['pm_card_visa_chargeDeclined'] : []))
  await afterPayments?.()
  for (const one of paid) {
    if (!(await waitForStatus(one, 'confirmed')))
      throw new Error(`${one.bookingId} was paid and is not confirmed after a minute`)
  }
  const cancel = ({ bookingId }: Booking, by: Person) =>
    by.call(booking.cancelBooking, { params: { bookingId }, body: {} })
  await cancel(early, early.person)
  await cancel(late, late.person)
  await cancel(byOwner, owner)
  await advanceClock(market, 'PT2H30M')
  for (const { bookingId } of [completed, declined, complaint])
    await owner.call(booking.completeBooking, { params: { bookingId } })
  for (const { bookingId } of [noShow, objected, undone])
    await owner.call(booking.markNoShow, { params: { bookingId } })
  for (const { bookingId, person } of [complaint, objected]) {
    const params = { bookingId }
    await person.call(booking.fileComplaint, { params, body: { text: 'The towel was wet.' } })
    const decision = { outcome: 'refunded' as const, refundShare: 5_000, reason: 'The towel was wet.' }
    await operator.call(booking.decideComplaint, { params, body: decision })
  }
  await owner.call(booking.reopenBooking, { params: { bookingId: undone.bookingId } })
  await owner.call(booking.completeBooking, { params: { bookingId: undone.bookingId } })
  await advanceClock(market, 'PT25H')
}
