import { afterAll } from 'vitest'
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
import { stripeProvider } from '../src/adapters/stripe-provider.ts'
import type { Deps } from '../src/deps.ts'
import { ledgerCheck } from '../src/ledger-check.ts'
import type { Database } from '../src/persistence/database.ts'
import { lookUp } from '../src/use-cases/look-up.ts'
import { paymentService } from '../src/service.ts'
import { startStripe, type RunningStripe } from './stripe.ts'

export type Fact = DataOf<typeof events.bookingHeld>
export const usd = (amount: number): Money => ({ amount, currency: 'USD' })

let shared: Promise<RunningStripe> | undefined
afterAll(async () => (await shared)?.stop())

type Wanted = { stripe?: RunningStripe; deps?: Partial<Deps>; market?: Partial<Market>; currency?: Money['currency'] }

/** The payment service with one barber in a market that takes 5 % and waits 48 hours, and the Stripe simulator. Bookings are made by the tests. */
export async function startPayment({ stripe, deps: changes, market = {}, currency = 'USD' }: Wanted = {}) {
  const provider = stripe ?? (await (shared ??= startStripe()))
  const webhookSecrets: string[] = []
  const { secretKey, publishableKey, url: apiBase, sdk } = provider
  const given: { deps?: Deps } = {}
  const payment = await startService<Database>({
    name: 'payment',
    migrations: new URL('../migrations/', import.meta.url),
    make: (deps) => {
      given.deps = {
        ...deps,
        provider: stripeProvider({ secretKey, publishableKey, webhookSecrets, apiBase }),
        onboardingReturnUrl: (id) => `http://127.0.0.1:4000/dashboard/${id}`,
        ...changes,
      }
      return paymentService(given.deps)
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
  let version = 0
  const place = { location: { lat: 43.6, lon: -116.2 }, timeZone: 'America/Boise', currency }

  let complaintHours = 0
  const setMarket = async (terms: Partial<Market>) => {
    version += 1
    complaintHours = { complaintHours: 48, ...market, ...terms }.complaintHours
    const of = { id: marketId, slug: 'boise', name: 'Boise', feeBasisPoints: 500, complaintHours: 48, ...place }
    await payment.deliver(marketChanged, marketId, version, { ...of, ...market, ...terms, version })
  }
  const run = async () => {
    let tried = 0
    for (let batch = await payment.service.runDueJobs(); batch > 0; batch = await payment.service.runDueJobs())
      tried += batch
    return tried
  }
  /** Until the provider has told everything and all of it has been worked on. */
  const quiet = async () => {
    do await provider.delivered()
    while ((await run()) > 0)
  }

  await setMarket({})
  const business: Business = {
    ...{ id: businessId, slug: 'clip-joint', marketId, status: 'published', name: 'Clip Joint', categories: ['hair'] },
    ...{ address: { city: 'Boise', country: 'US' }, ...place, photos: [], claimed: true, version: 1 },
  }
  await payment.deliver(businessChanged, businessId, 1, business)
  for (const [person, role] of [[owner, 'owner'], [manager, 'manager'], [staff, 'staff']] as const) await payment.member(person, businessId, role) // prettier-ignore

  const onboard = async () => {
    const { body } = await payment.call(api.onboardPayee, { params: { businessId } }, { as: owner })
    await provider.onboard(body.onboardingUrl)
    await quiet()
  }
  const facts = new Map<string, Fact>()
  const next = (bookingId: Id<'booking'>, changes: Partial<Fact>): Fact => {
    const before = facts.get(bookingId)
    if (!before) throw new Error('Hold it first')
    const data = { ...before, ...changes, version: before.version + 1 }
    facts.set(bookingId, data)
    return data
  }
  /** The next version of a booking, as the booking service says it. */
  const tell = async (
    event: EventType<typeof events.bookingHeld.data>,
    bookingId: Id<'booking'>,
    changes: Partial<Fact> = {},
  ) => {
    const data = next(bookingId, changes)
    return payment.deliver(event, bookingId, data.version, data)
  }
  /** As booking does, when the complaint window is over. */
  const settleBookings = async () => {
    const now = toSecond(payment.clock())
    for (const { id, status, complainedAt, isFinal, complaintsEndAt } of facts.values()) {
      if (status === 'completed' && !complainedAt && !isFinal && complaintsEndAt && complaintsEndAt <= now)
        await tell(events.bookingFinalized, id, { isFinal: true })
    }
  }
  const move = payment.advance
  const hold = async (changes: Partial<Fact> = {}) => {
    const now = payment.clock()
    const price: Money = { amount: 4500, currency }
    const data: Fact = {
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
    facts.set(data.id, data)
    await payment.deliver(events.bookingHeld, data.id, 1, data)
    return data.id
  }
  const begin = (
    bookingId: Id<'booking'>,
    as: Id<'person'> | undefined = consumer,
    headers: Record<string, string> = {},
  ) => payment.call(api.payBooking, { params: { bookingId } }, { as, headers })
  const confirm = (intent: string, card = 'pm_card_visa') =>
    sdk.paymentIntents.confirm(intent, { payment_method: card })
  /** Held, paid by card and confirmed by the booking service. */
  const paid = async ({ card, ...changes }: Partial<Fact> & { card?: string } = {}) => {
    const bookingId = await hold(changes)
    const { body } = await begin(bookingId)
    await confirm(body.paymentIntentId, card)
    await quiet()
    await tell(events.bookingConfirmed, bookingId, { status: 'confirmed', holdExpiresAt: undefined })
    return { bookingId, intent: body.paymentIntentId }
  }
  const own = [Symbol.asyncDispose] as const
  const end = payment[own[0]].bind(payment)
  return Object.assign(payment, {
    stripe: provider,
    secrets: webhookSecrets,
    ...{ businessId, marketId, owner, manager, staff, consumer, stranger, deps: given.deps as Deps },
    ...{ setMarket, onboard, hold, tell, begin, confirm, paid, run, quiet },
    /** As if every webhook had been heard for the first time. */
    lookAgain: async (objects: readonly string[]) => {
      const kinds = { pi_: 'intent', re_: 'refund', acct_: 'account' } as const
      for (const reference of objects) {
        const what = Object.entries(kinds).find(([prefix]) => reference.startsWith(prefix))?.[1]
        if (what) await lookUp(given.deps as Deps, what, reference)
      }
    },
    /** Moves the clock; the booking service says what it has to say by then. */
    advance: async (by: string) => {
      await move(by)
      await settleBookings()
      await run()
    },
    /** Booking is silent: its events are still on their way. */
    clockOnly: move,
    complete: (bookingId: Id<'booking'>) => {
      const now = payment.clock()
      const completedAt = toSecond(now)
      const complaintsEndAt = toSecond(now.add({ hours: complaintHours }))
      const isFinal = complaintHours === 0
      return tell(events.bookingCompleted, bookingId, { status: 'completed', completedAt, complaintsEndAt, isFinal })
    },
    cancel: (bookingId: Id<'booking'>, refundShare: number) =>
      tell(events.bookingCancelled, bookingId, {
        status: 'cancelled',
        cancelledBy: 'consumer',
        refundShare,
        holdExpiresAt: undefined,
      }),
    /** The booking service could not use that money. */
    unusable: (bookingId: Id<'booking'>, paymentId: Id<'payment'>) => {
      const data = { ...next(bookingId, {}), paymentId }
      return payment.deliver(events.bookingPaymentUnusable, bookingId, data.version, data)
    },
    receipt: async (bookingId: Id<'booking'>) =>
      (await payment.call(api.readReceipt, { params: { bookingId } }, { as: consumer })).body,
    balance: async () => {
      const { body } = await payment.call(api.readBalance, { params: { businessId } }, { as: owner })
      return {
        held: body.held.amount,
        frozen: body.frozen.amount,
        released: body.released.amount,
        owed: body.owed.amount,
      }
    },
    /** What has gone to the business's account at the provider. */
    sent: async () => {
      const transfers = await sdk.transfers.list({ limit: 100 })
      const account = (await payment.db.selectFrom('payees').select('account').executeTakeFirst())?.account
      return transfers.data
        .filter(({ destination }) => destination === account)
        .map(({ amount, amount_reversed }) => amount - amount_reversed)
    },
    /** Faults of this test's own payments; other tests use the same provider. */
    faults: async () => {
      const rows = await payment.db.selectFrom('payments').select('id').execute()
      const { faults } = await ledgerCheck(given.deps as Deps)
      return faults.filter((fault) => rows.some(({ id }) => fault.includes(id)))
    },
    /** Every row of every table but those that only say what was heard. */
    tables: async () => {
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
      await end()
    },
  })
}
