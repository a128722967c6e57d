import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import * as events from '@buy-locals/contracts/booking/events'
import { Problem } from '@buy-locals/contracts/problem'
import { schedule } from '@buy-locals/service-kit/jobs'
import { newId, type Id } from '@buy-locals/values/ids'
import { isBefore, localDateOf, startOfDay } from '@buy-locals/values/time'
import { alternatives } from './alternatives.ts'
import type { Deps } from './deps.ts'
import type { Booking } from './domain/booking.ts'
import type { Business, Service } from './domain/catalogue.ts'
import type { Offer, Waiver } from './domain/offer.ts'
import { isWithinReach } from './domain/reach.ts'
import { outsidePolicy, ruleAgainst, slotAt } from './domain/start-rules.ts'
import type { Terms } from './domain/terms.ts'
import { autoComplete, freeStartsChanged, expireHoldJob } from './jobs.ts'
import * as bookings from './persistence/booking-repository.ts'
import * as changes from './persistence/changes.ts'
import type { Database } from './persistence/database.ts'
import { clearLapsed } from './persistence/lapsed-holds.ts'
import * as offers from './persistence/offers.ts'
import { takeTime } from './persistence/time-taking.ts'

type Tx = Transaction<Database>

export type Wish = {
  businessId: Id<'business'>
  serviceId: Id<'service'>
  start: Temporal.Instant
  staffId?: Id<'staff'> | undefined
  partySize: number
  note?: string | undefined
}

export type Asked = {
  wish: Wish
  business: Business
  service: Service
  terms: Terms
  customer: Pick<Booking, 'consumerId' | 'isGuest' | 'manageTokenHash' | 'isEnteredByBusiness'>
  actor: string
  waiver?: Waiver
  askedFrom?: string
  /** Before anything is taken. */
  first?: (tx: Tx) => Promise<void>
  /** With the booking, in its commit. */
  also: (tx: Tx, booking: Booking) => Promise<void>
}

/** Takes the time and writes the booking in one commit, or refuses with the nearest starts that are free. */
export async function place(deps: Deps, asked: Asked): Promise<Booking> {
  const { wish, business, service } = asked
  refuseAbsurd(asked, deps.clock())
  const end = wish.start.add({ minutes: service.durationMinutes })
  await clearLapsed(deps, business.id, wish.start, end)
  const booking = await deps.db.transaction().execute((tx) => takeAndWrite(deps, tx, asked))
  if (booking) return booking
  const free = await alternatives(deps, business, service, wish)
  throw new Problem('booking/slot-taken', 'Pick another time', {
    alternatives: free.map(({ start, end, staffIds }) => ({ start, end, staffIds })),
  })
}

const mostExpensive = 99_999_999 // minor units, as far as contracts and payment providers count

function refuseAbsurd({ wish, terms }: Asked, now: Temporal.Instant): void {
  if (!isWithinReach(wish.start, now)) throw outsidePolicy(isBefore(wish.start, now) ? 'past' : 'horizon')
  if (terms.price.amount > mostExpensive) throw outsidePolicy('party-size')
}

async function takeAndWrite(deps: Deps, tx: Tx, asked: Asked): Promise<Booking | undefined> {
  const now = deps.clock()
  const { wish, business, service, waiver = {} } = asked
  await asked.first?.(tx)
  const date = localDateOf(wish.start, business.timeZone)
  const settings = { takesPayments: deps.settings.takesPayments, now, staffId: wish.staffId }
  const [offer] = await offers.load(tx, business, [service], { from: date, to: date }, settings)
  if (!offer || (wish.staffId && offer.staff.length === 0)) throw noSuchService(wish.staffId ?? service.id)
  const slot = slotAt(offer, wish, now, waiver)
  if (!slot) {
    const rule = ruleAgainst(offer, wish, now, waiver)
    if (rule) throw outsidePolicy(rule)
    return undefined
  }
  const draft = draftOf(deps, asked, now)
  let booking = draft
  const write = async ({ staffId, occurrenceId }: Pick<Booking, 'staffId' | 'occurrenceId'>) => {
    booking = { ...draft, staffId, occurrenceId, staffName: nameOf(staffId, offer) }
    await bookings.insert(tx, booking, asked.askedFrom)
    await changes.tell(
      tx,
      now,
      booking,
      booking.status === 'held' ? events.bookingHeld : events.bookingConfirmed,
      asked.actor,
    )
    await scheduleNext(deps, tx, booking)
    await asked.also(tx, booking)
  }
  const load = await bookings.loadOf(
    tx,
    slot.staffIds,
    startOfDay(date, business.timeZone),
    startOfDay(date, business.timeZone).add({ hours: 24 }),
  )
  const { holdExpiresAt, id: bookingId } = draft
  const isTaken = await takeTime(tx, { offer, slot, load, partySize: wish.partySize, bookingId, holdExpiresAt }, write)
  if (!isTaken) return undefined
  await freeStartsChanged(tx, business.id, now)
  return booking
}

/** Price, policy, zone and wall time are those of this moment and stay, whatever the catalogue says later. */
function draftOf(
  { settings }: Deps,
  { wish, business, service, terms, customer }: Asked,
  now: Temporal.Instant,
): Booking {
  const isHeld = terms.payment === 'online'
  return {
    id: newId('booking'),
    businessId: business.id,
    marketId: business.marketId,
    serviceId: service.id,
    serviceName: service.name,
    ...customer,
    status: isHeld ? 'held' : 'confirmed',
    start: wish.start,
    end: wish.start.add({ minutes: service.durationMinutes }),
    timeZone: business.timeZone,
    localStart: wish.start.toZonedDateTimeISO(business.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
    partySize: wish.partySize,
    ...terms,
    policy: service.policy,
    holdExpiresAt: isHeld ? now.add({ minutes: settings.holdMinutes }).round('second') : undefined,
    isFinal: false,
    note: wish.note,
    createdAt: now,
    version: 1,
  }
}

export async function scheduleNext(
  { settings }: Pick<Deps, 'settings'>,
  tx: Tx,
  { id, status, end, holdExpiresAt }: Booking,
): Promise<void> {
  const payload = { bookingId: id }
  if (status === 'held' && holdExpiresAt) await schedule(tx, expireHoldJob, id, holdExpiresAt, payload)
  if (status === 'confirmed')
    await schedule(tx, autoComplete, id, end.add({ hours: settings.completionGraceHours }), payload)
}

const nameOf = (staffId: Id<'staff'> | undefined, { staff }: Offer) => staff.find(({ id }) => id === staffId)?.name

export const noSuchService = (id: string) => new Problem('not-found', `${id} cannot be booked here`)
