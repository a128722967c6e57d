import { sql } from 'kysely'
import * as events from '@buy-locals/contracts/booking/events'
import { businessChanged, marketChanged } from '@buy-locals/contracts/business/events'
import type { Business, Market } from '@buy-locals/contracts/business/shapes'
import type { DataOf, EventType } from '@buy-locals/contracts/event'
import * as api from '@buy-locals/contracts/payment/operations'
import { startService } from '@buy-locals/service-kit/testing/service'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Money } from '@buy-locals/values/money'
import { toSecond } from '@buy-locals/values/time'
import { stripeCardPayments } from '../src/adapters/stripe-card-payments.ts'
import type { Deps } from '../src/deps.ts'
import type { Database } from '../src/persistence/database.ts'
import { paymentService } from '../src/service.ts'
import { checkLedger } from '../src/use-cases/check-ledger.ts'
import { fetchAccount } from '../src/steps/fetch-account.ts'
import { fetchDispute } from '../src/use-cases/fetch-dispute.ts'
import { fetchPaymentIntent } from '../src/steps/fetch-payment-intent.ts'
import { fetchRefund } from '../src/use-cases/fetch-refund.ts'
import { stripeOfFile, type RunningStripe } from './stripe.ts'

export type RunningPayment = Awaited<ReturnType<typeof startPayment>>
type PublishedBooking = DataOf<typeof events.bookingHeld>
export const usd = (amount: number): Money => ({ amount, currency: 'USD' })

type Options = { stripe?: RunningStripe; deps?: Partial<Deps>; market?: Partial<Market>; currency?: Money['currency'] }

/** The payment service with one barber in a market that takes 5 % and waits 48 hours, and the Stripe simulator. Bookings are made by the tests. */
export async function startPayment({ stripe, deps: changes, market = {}, currency = 'USD' }: Options = {}) {
  const simulator = stripe ?? (await stripeOfFile())
  const webhookSecrets: string[] = []
  const { secretKey, publishableKey, url: apiBase, sdk } = simulator
  let deps!: Deps
  const payment = await startService<Database>({
    name: 'payment',
    migrations: new URL('../migrations/', import.meta.url),
    make: (serviceDeps) => {
      deps = {
        ...serviceDeps,
        cardPayments: stripeCardPayments({ secretKey, publishableKey, webhookSecrets, apiBase }),
        onboardingReturnUrl: (id) => `http://127.0.0.1:4000/dashboard/${id}`,
        ...changes,
      }
      return paymentService(deps)
    },
  })
  const endpoints: string[] = []
  for (const connect of [false, true]) {
    const hook = { url: `${payment.url}/v1/stripe/webhook`, enabled_events: ['*' as const], connect }
    const { id, secret } = await sdk.webhookEndpoints.create(hook)
    endpoints.push(id)
    webhookSecrets.push(secret ?? '')
  }
  const [businessId, marketId] = [newId('business'), newId('market')]
  const [owner, manager, staff] = [newId('person'), newId('person'), newId('person')]
  const [consumer, stranger] = [newId('person'), newId('person')]
  let marketVersion = 0
  const place = { location: { lat: 43.6, lon: -116.2 }, timeZone: 'America/Boise', currency }

  let complaintHours = 0
  const setMarket = async (terms: Partial<Market>) => {
    marketVersion += 1
    complaintHours = { complaintHours: 48, ...market, ...terms }.complaintHours
    const defaults = { id: marketId, slug: 'boise', name: 'Boise', feeBasisPoints: 500, complaintHours: 48, ...place }
    const data = { ...defaults, ...market, ...terms, version: marketVersion }
    await payment.deliver(marketChanged, marketId, marketVersion, data)
  }
  const runJobs = async () => {
    let tried = 0
    for (let batch = await payment.service.runDueJobs(); batch > 0; batch = await payment.service.runDueJobs())
      tried += batch
    return tried
  }
  /** Until Stripe has delivered everything and no job is due. */
  const drain = async () => {
    do await simulator.delivered()
    while ((await runJobs()) > 0)
  }

  await setMarket({})
  const business: Business = {
    ...{ id: businessId, slug: 'clip-joint', marketId, status: 'published', name: 'Clip Joint', categories: ['hair'] },
    ...{ address: { city: 'Boise', country: 'US' }, ...place, photos: [], claimed: true, version: 1 },
  }
  await payment.deliver(businessChanged, businessId, 1, business)
  for (const [person, role] of [[owner, 'owner'], [manager, 'manager'], [staff, 'staff']] as const) await payment.member(person, businessId, role) // prettier-ignore

  const onboardBusiness = async () => {
    const { body } = await payment.call(api.onboardPayee, { params: { businessId } }, { as: owner })
    await simulator.onboard(body.onboardingUrl)
    await drain()
  }
  const bookings = new Map<string, PublishedBooking>()
  const nextVersion = (bookingId: Id<'booking'>, changes: Partial<PublishedBooking>): PublishedBooking => {
    const before = bookings.get(bookingId)
    if (!before) throw new Error('Hold it first')
    const data = { ...before, ...changes, version: before.version + 1 }
    bookings.set(bookingId, data)
    return data
  }
  /** The next version of a booking, as the booking service publishes it. */
  const deliverBooking = async (
    event: EventType<typeof events.bookingHeld.data>,
    bookingId: Id<'booking'>,
    changes: Partial<PublishedBooking> = {},
  ) => {
    const data = nextVersion(bookingId, changes)
    return payment.deliver(event, bookingId, data.version, data)
  }
  /** As the booking service does when the complaint window is over. */
  const finalizeBookings = async () => {
    const now = toSecond(payment.clock())
    for (const { id, status, complainedAt, isFinal, complaintsEndAt } of bookings.values()) {
      if (status === 'completed' && !complainedAt && !isFinal && complaintsEndAt && complaintsEndAt <= now)
        await deliverBooking(events.bookingFinalized, id, { isFinal: true })
    }
  }
  const advanceClock = payment.advance
  const holdBooking = async (changes: Partial<PublishedBooking> = {}) => {
    const now = payment.clock()
    const price: Money = { amount: 4500, currency }
    const data: PublishedBooking = {
      ...{ id: newId('booking'), businessId, marketId, serviceId: newId('service'), serviceName: 'Haircut' },
      ...{ consumerId: consumer, isGuest: false, status: 'held', timeZone: 'America/Boise', partySize: 1 },
      ...{ start: '2026-03-21T16:00:00Z', end: '2026-03-21T16:30:00Z', localStart: '2026-03-21T10:00' },
      ...{ price, deposit: price, payment: 'online' },
      policy: { freeUntilHours: 24, lateRefundShare: 5000, noShowRefundShare: 0 },
      holdExpiresAt: toSecond(now.add({ minutes: 10 })),
      createdAt: toSecond(now),
      version: 1,
      ...changes,
    }
    bookings.set(data.id, data)
    await payment.deliver(events.bookingHeld, data.id, 1, data)
    return data.id
  }
  const pay = (
    bookingId: Id<'booking'>,
    as: Id<'person'> | undefined = consumer,
    headers: Record<string, string> = {},
  ) => payment.call(api.payBooking, { params: { bookingId } }, { as, headers })
  const confirmCard = (intent: string, card = 'pm_card_visa') =>
    sdk.paymentIntents.confirm(intent, { payment_method: card })
  /** Held, paid by card and confirmed by the booking service. */
  const paidBooking = async ({ card, ...changes }: Partial<PublishedBooking> & { card?: string } = {}) => {
    const bookingId = await holdBooking(changes)
    const { body } = await pay(bookingId)
    await confirmCard(body.paymentIntentId, card)
    await drain()
    await deliverBooking(events.bookingConfirmed, bookingId, { status: 'confirmed', holdExpiresAt: undefined })
    return { bookingId, intent: body.paymentIntentId }
  }
  const stopService = payment[Symbol.asyncDispose].bind(payment)
  return Object.assign(payment, {
    stripe: simulator,
    webhookSecrets,
    ...{ businessId, marketId, owner, manager, staff, consumer, stranger, deps },
    ...{ setMarket, onboardBusiness, holdBooking, deliverBooking, pay, confirmCard, paidBooking, runJobs, drain },
    /** As if the first webhook about every object had come. */
    fetchAll: async (objectIds: readonly string[]) => {
      const fetches = { pi_: fetchPaymentIntent, re_: fetchRefund, du_: fetchDispute, acct_: fetchAccount }
      for (const objectId of objectIds)
        await Object.entries(fetches).find(([prefix]) => objectId.startsWith(prefix))?.[1](deps, objectId)
    },
    /** Moves the clock, and the booking service publishes what is due by then. */
    advance: async (by: string) => {
      await advanceClock(by)
      await finalizeBookings()
      await runJobs()
    },
    /** The booking service's events are still on their way. */
    advanceClockAlone: advanceClock,
    completeBooking: (bookingId: Id<'booking'>) => {
      const now = payment.clock()
      const completedAt = toSecond(now)
      const complaintsEndAt = toSecond(now.add({ hours: complaintHours }))
      const changes = { completedAt, complaintsEndAt, isFinal: complaintHours === 0 }
      return deliverBooking(events.bookingCompleted, bookingId, { status: 'completed', ...changes })
    },
    cancelBooking: (bookingId: Id<'booking'>, refundShare: number) =>
      deliverBooking(events.bookingCancelled, bookingId, {
        status: 'cancelled',
        cancelledBy: 'consumer',
        refundShare,
        holdExpiresAt: undefined,
      }),
    /** The booking service could not use the payment's money. */
    deliverUnusable: (bookingId: Id<'booking'>, paymentId: Id<'payment'>) => {
      const data = { ...nextVersion(bookingId, {}), paymentId }
      return payment.deliver(events.bookingPaymentUnusable, bookingId, data.version, data)
    },
    readReceipt: async (bookingId: Id<'booking'>) =>
      (await payment.call(api.readReceipt, { params: { bookingId } }, { as: consumer })).body,
    readBalance: async () => {
      const { body } = await payment.call(api.readBalance, { params: { businessId } }, { as: owner })
      const { held, frozen, released, owed } = body
      return { held: held.amount, frozen: frozen.amount, released: released.amount, owed: owed.amount }
    },
    /** The business's account at the provider. */
    readAccount: async () =>
      (await payment.db.selectFrom('payees').select('account').executeTakeFirstOrThrow()).account,
    /** What has gone to the business's account, less what was reversed. */
    readTransfers: async () => {
      const transfers = await sdk.transfers.list({ limit: 100 })
      const account = (await payment.db.selectFrom('payees').select('account').executeTakeFirst())?.account
      return transfers.data
        .filter(({ destination }) => destination === account)
        .map(({ amount, amount_reversed }) => amount - amount_reversed)
    },
    /** Faults of this test's own payments; other tests use the same simulator. */
    ledgerFaults: async () => {
      const rows = await payment.db.selectFrom('payments').select('id').execute()
      const { faults } = await checkLedger(deps)
      return faults.filter((fault) => fault.startsWith('biz_') || rows.some(({ id }) => fault.includes(id)))
    },
    /** Every row of every table but those that note what was delivered. */
    readTables: async () => {
      const { rows: names } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = 'payment' and tablename not in ('inbox', 'stripe_events', 'jobs', 'migrations') order by 1`.execute(
        payment.db,
      )
      const all: Record<string, unknown> = {}
      for (const { name } of names) {
        const { rows } = await sql<{
          row: object
        }>`select to_jsonb(t) as row from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(payment.db)
        all[name] = rows.map(({ row }) => row)
      }
      return all
    },
    [Symbol.asyncDispose]: async () => {
      for (const id of endpoints) await sdk.webhookEndpoints.del(id)
      await stopService()
    },
  })
}
