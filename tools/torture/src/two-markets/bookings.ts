import type { Temporal } from 'temporal-polyfill'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as payment from '@buy-locals/contracts/payment/operations'
import type { Running } from '@buy-locals/server/start'
import { toSecond } from '@buy-locals/values/time'
import type { Id } from '@buy-locals/values/ids'
import { advanceClock } from '../clock.ts'
import { poll } from '../poll.ts'
import { confirmPayment } from '../stripe.ts'
import { signIn, type CallAs, type People } from './people.ts'
import type { Shop } from './shops.ts'

export type Booker = 'consumer' | 'stranger' | 'guest'
/** What a request can be about: a shop, and who books there. */
export type Subject = { shop: Shop; booker: Booker }
export type TestBooking = { id: Id<'booking'>; manageToken: string | undefined; email?: string }

export type Bookings = {
  /** In an hour, paid at the venue. */
  create(subject: Subject): Promise<TestBooking>
  createHeld(subject: Subject): Promise<TestBooking>
  /** Has begun, so that it can be completed; each is taken once. */
  takeBegun(subject: Subject): TestBooking
  /** Always the same one. */
  paid(subject: Subject): TestBooking
  soon(): string
}

type Options = { running: Running; callAs: CallAs; people: People; subjects: readonly Subject[]; size: number }

export async function createBookings({ running, callAs, people, subjects, size }: Options): Promise<Bookings> {
  const soon = () => toSecond(inAnHour(running.composed.auth.clock()))
  const book = async ({ shop, booker }: Subject, serviceId: Id<'service'>): Promise<TestBooking> => {
    const name = booker === 'guest' ? undefined : booker
    guests += 1
    const email = `gwen-${guests}@example.com`
    const guest = { guest: { name: 'Gwen Guest', email } }
    const body = { businessId: shop.id, serviceId, start: soon(), allowOverlap: true, ...(name ? {} : guest) }
    const { id, manageToken } = await callAs(name, booking.book, { body })
    return { id, manageToken, email }
  }
  let guests = 0
  const begun = new Map<string, TestBooking[]>()
  const paid = new Map<string, TestBooking>()
  for (const subject of subjects) {
    const pool: TestBooking[] = []
    while (pool.length < size) {
      const atOnce = Array.from({ length: Math.min(4, size - pool.length) }, () => book(subject, subject.shop.groupId))
      pool.push(...(await Promise.all(atOnce)))
    }
    begun.set(keyOf(subject), pool)
    const created = await book(subject, subject.shop.paidGroupId)
    await pay(running, callAs, subject, created)
    paid.set(keyOf(subject), created)
  }
  await advanceClock(running, 'PT2H')
  await signIn(running.url, people)
  return {
    create: (subject) => book(subject, subject.shop.groupId),
    createHeld: (subject) => book(subject, subject.shop.paidGroupId),
    takeBegun: (subject) => required(begun.get(keyOf(subject))?.pop(), 'no begun booking is left'),
    paid: (subject) => required(paid.get(keyOf(subject)), 'there is no paid booking'),
    soon,
  }
}

/** On the half hour: groups that overlap but do not start together would block each other. */
function inAnHour(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: 60 }).round({ smallestUnit: 'minute', roundingIncrement: 30 })
}

/** With the token that only the mail about the booking has; an account needs none. */
export async function openFromMail({ url }: Running, booking: TestBooking): Promise<TestBooking> {
  if (!booking.manageToken) return booking
  let mailToken: string | undefined
  await poll(async () => {
    const inbox = await fetch(`${url}/dev/inbox?to=${booking.email}`, { headers: { accept: 'application/json' } })
    mailToken = /#(mail-[\w-]+)/.exec(await inbox.text())?.[1]
    return mailToken !== undefined
  })
  return { ...booking, manageToken: required(mailToken, `no mail has come to ${booking.email}`) }
}

/** How the booker calls an operation about the booking. */
export const asBooker = ({ booker }: Subject, { manageToken }: TestBooking) => ({
  name: booker === 'guest' ? undefined : booker,
  options: manageToken ? { headers: { 'x-manage-token': manageToken } } : {},
})

export async function pay(
  { simulator }: Running,
  callAs: CallAs,
  subject: Subject,
  created: TestBooking,
): Promise<void> {
  const params = { bookingId: created.id }
  const { name, options } = asBooker(subject, created)
  const intent = await callAs(name, payment.payBooking, { params }, options)
  if (!simulator) throw new Error('The Stripe simulator does not run')
  const outcome = await confirmPayment(simulator, intent)
  if (outcome !== 'succeeded') throw new Error(`The card was not charged: ${outcome}`)
  const isConfirmed = async () =>
    (await callAs(subject.shop.owner, booking.readBooking, { params })).status === 'confirmed'
  if (!(await poll(isConfirmed, { everyMs: 20 }))) throw new Error('The payment did not confirm the booking')
}

const keyOf = ({ shop, booker }: Subject) => `${shop.id} ${booker}`

export function required<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Error(message)
  return value
}
