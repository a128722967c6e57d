import { randomUUID } from 'node:crypto'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/booking/operations'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import type { Business } from '@buy-locals/contracts/business/shapes'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Input, Output } from '@buy-locals/contracts/operation'
import { payeeChanged, paymentSucceeded } from '@buy-locals/contracts/payment/events'
import { startService } from '@buy-locals/service-kit/testing/service'
import { throttleInTables } from '@buy-locals/service-kit/throttle'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import type { Settings } from '../src/config.ts'
import type { Database } from '../src/persistence/database.ts'
import { documents } from '@buy-locals/contracts/documents'
import { schema } from '../src/persistence/schema.ts'
import { bookingService } from '../src/service.ts'

type Terms = Input<typeof api.addService>['body']
export type Running = Awaited<ReturnType<typeof startBooking>>

const settings: Settings = {
  takesPayments: true,
  publicUrl: 'http://127.0.0.1:4000',
  holdMinutes: 10,
  completionGraceHours: 24,
  holdsPer: { person: 3, address: 1000, business: 1000 },
  visitsPer: { guest: 1000, account: 1000, address: 1000 },
  sessionPerAddress: { seats: 1000, share: 10_000 },
  bookingsPerNetwork: { points: 1000, seconds: 3_600 },
  guestsPerAddress: { points: 1000, seconds: 86_400 },
  messagesPerSession: { points: 1000, seconds: 86_400 },
  messagesPerThread: { points: 1000, seconds: 86_400 },
  reportsPerThread: { points: 1000, seconds: 86_400 },
  links: { points: 1000, seconds: 60 },
  documents,
}

const daily = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '09:00', closes: '17:00' }))

/** The booking service with one published barber in Boise, open from nine to five every day; it is 20 March 2026, 8:00 UTC. */
export async function startBooking({
  now = '2026-03-20T08:00:00Z',
  triesAtOnce = 100, // they are to meet in the database
  operatorsNeedSecondFactor = false,
  ...changes
}: Partial<Settings> & { now?: string; triesAtOnce?: number | undefined; operatorsNeedSecondFactor?: boolean } = {}) {
  const running = await startService<Database>({
    name: 'booking',
    migrations: schema.folder,
    extensions: schema.extensions,
    now,
    make: (deps) =>
      bookingService({
        ...deps,
        throttle: throttleInTables(deps.db, deps.clock),
        settings: { ...settings, ...changes },
        triesAtOnce,
        operatorsNeedSecondFactor,
      }),
  })
  const businessId = newId('business')
  const marketId = newId('market')
  const people = { owner: newId('person'), staff: newId('person'), operator: newId('person') }
  const { consumer, stranger } = { consumer: newId('person'), stranger: newId('person') }
  let version = 0

  const changeBusiness = (changes: Partial<Business> = {}) => {
    version += 1
    const data: DataOf<typeof businessChanged> = {
      id: businessId,
      slug: 'clip-joint',
      marketId,
      status: 'published',
      name: 'Clip Joint',
      categories: ['hair'],
      address: { street: '1 Main St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' },
      location: { lat: 43.6, lon: -116.2 },
      timeZone: 'America/Boise',
      currency: 'USD',
      hours: { weekly: daily, special: [] },
      photos: [],
      claimed: true,
      version,
      ...changes,
    }
    return running.deliver(businessChanged, businessId, version, data)
  }
  const join = (personId: Id<'person'>, scope: string, role: 'owner' | 'staff' | 'operator') =>
    running.deliver(membershipChanged, personId, 1, { personId, scope: scope as Id<'business'>, role, version: 1 })
  await changeBusiness()
  let marketVersion = 0
  const setComplaintHours = (complaintHours: number) => {
    marketVersion += 1
    return running.deliver(marketChanged, marketId, marketVersion, {
      id: marketId,
      slug: 'boise',
      name: 'Boise',
      location: { lat: 43.6, lon: -116.2 },
      timeZone: 'America/Boise',
      currency: 'USD',
      feeBasisPoints: 500,
      complaintHours,
      version: marketVersion,
    })
  }
  await setComplaintHours(48)
  await join(people.owner, businessId, 'owner')
  await join(people.staff, businessId, 'staff')
  await join(people.operator, marketId, 'operator')

  const { owner } = people
  const addStaff = async (name: string, more: Partial<Input<typeof api.addStaff>['body']> = {}) =>
    (await running.call(api.addStaff, { params: { businessId }, body: { name, ...more } }, { as: owner })).body.id
  const addResource = async (name: string, pool?: string) =>
    (
      await running.call(
        api.addResource,
        { params: { businessId }, body: { name, ...(pool && { pool }) } },
        { as: owner },
      )
    ).body.id
  const addService = async (terms: Partial<Terms> = {}) =>
    (
      await running.call(
        api.addService,
        {
          params: { businessId },
          body: { name: 'Haircut', durationMinutes: 30, price: { amount: 4500, currency: 'USD' }, ...terms },
        },
        { as: owner },
      )
    ).body
  const setChargesEnabled = (chargesEnabled: boolean, at = 1) =>
    running.deliver(payeeChanged, businessId, at, {
      businessId,
      status: chargesEnabled ? 'ready' : 'restricted',
      chargesEnabled,
      payoutsEnabled: chargesEnabled,
      requirements: [],
      version: at,
    })

  type BookingRequest = Omit<Input<typeof api.book>['body'], 'businessId'>
  const book = (request: BookingRequest, as: Id<'person'> | undefined = consumer, key: string = randomUUID()) =>
    running.call(api.book, { body: { businessId, ...request } }, { as, headers: { 'idempotency-key': key } })
  const bookAsGuest = (request: BookingRequest, email = 'ada@example.com') =>
    running.call(api.book, { body: { businessId, ...request, guest: { name: 'Ada', email } } })
  const read = (bookingId: Id<'booking'>, as: Id<'person'> = owner) =>
    running.call(api.readBooking, { params: { bookingId } }, { as })
  const cancel = (bookingId: Id<'booking'>, as: Id<'person'>, reason?: string) =>
    running.call(api.cancelBooking, { params: { bookingId }, body: { ...(reason && { reason }) } }, { as })
  const complain = (bookingId: Id<'booking'>, as: Id<'person'>, text = 'One ear is longer') =>
    running.call(api.fileComplaint, { params: { bookingId }, body: { text } }, { as })
  const changeService = (
    serviceId: Id<'service'>,
    readVersion: number,
    change: Input<typeof api.changeService>['body'],
  ) =>
    running.call(
      api.changeService,
      { params: { businessId, serviceId }, body: change },
      { as: owner, headers: { 'if-match': `"${readVersion}"` } },
    )
  const blockTime = (block: Input<typeof api.blockTime>['body']) =>
    running.call(api.blockTime, { params: { businessId }, body: block }, { as: people.staff })
  const slots = async (serviceId: Id<'service'>, date: string, more: { to?: string; partySize?: number } = {}) =>
    (
      await running.call(
        api.findSlots,
        { params: { businessId }, query: { serviceId, from: date, to: date, ...more } },
        {},
      )
    ).body

  /** So that requests at once meet in the database and not in the queue for a connection. */
  const openConnections = (serviceId: Id<'service'>) =>
    Promise.all(Array.from({ length: 30 }, () => slots(serviceId, '2026-03-23')))

  /** A payment of the whole deposit has succeeded. */
  const pay = (booking: { id: Id<'booking'>; deposit: Money }, id = newId('payment')) =>
    running.deliver(paymentSucceeded, id, 1, paymentOf(booking, id))
  /** The difference that a move costs has been paid. */
  const payDifference = ({ id, heldMove }: Output<typeof api.rescheduleBooking>, paymentId = newId('payment')) => {
    if (!heldMove) throw new Error('No time is held beside the one it has')
    const data = { ...paymentOf({ id, deposit: heldMove.due }, paymentId), moveVersion: heldMove.version }
    return running.deliver(paymentSucceeded, paymentId, 1, data)
  }
  const paymentOf = (
    { id, deposit }: Parameters<typeof pay>[0],
    paymentId: Id<'payment'>,
  ): Envelope<DataOf<typeof paymentSucceeded>>['data'] => ({
    id: paymentId,
    subject: { kind: 'booking', id },
    businessId,
    consumerId: consumer,
    status: 'succeeded',
    amount: deposit,
    captured: deposit,
    refunded: { ...deposit, amount: 0 },
    fee: { ...deposit, amount: 0 },
    feeBasisPoints: 500,
    funds: 'held',
    version: 1,
  })

  const eventTypes = async (bookingId: Id<'booking'>) =>
    (await running.published()).filter(({ subject }) => subject === bookingId).map(({ type }) => type)

  return {
    ...running,
    ...{ businessId, marketId, ...people, consumer, stranger },
    ...{ changeBusiness, setComplaintHours, setChargesEnabled, addStaff, addResource, addService, changeService },
    ...{ book, bookAsGuest, read, cancel, complain, pay, payDifference, blockTime, slots, eventTypes, openConnections },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

export const nine = '2026-03-23T15:00:00Z' // Monday, nine o'clock in Boise
export const tally = (responses: { status: number }[]): Record<number, number> =>
  responses.reduce<Record<number, number>>(
    (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
    {},
  )
