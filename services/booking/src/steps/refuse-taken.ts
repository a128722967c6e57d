import { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Slot } from '@buy-locals/scheduling'
import { localDateOf, toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { assign } from '../domain/assignment.ts'
import { findFreeSlots } from '../domain/bookable-service.ts'
import type { BookingRequest, NewBooking } from '../domain/new-booking.ts'
import { findBrokenRule, findSlotAt, pickNearest, type TakenTime } from '../domain/start-rules.ts'
import { calculateTerms } from '../domain/terms.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import * as requestedServices from '../persistence/requested-service.ts'

export type Refused = Pick<NewBooking, 'business' | 'service' | 'request'>

/** All who want the same. */
export const nameOf = ({ businessId, serviceId, start, staffId, partySize }: BookingRequest): string =>
  [businessId, serviceId, start.epochNanoseconds, staffId, partySize].join(' ')

/** Refuses a time that is taken, with the nearest starts that are free. */
export async function refuseTaken(deps: Deps, refused: Refused): Promise<never> {
  deps.contention.report(nameOf(refused.request))
  throw slotTaken(await shareAlternatives(deps, refused))
}

/**
 * Where somebody was refused the same time a moment ago, all who want it now share one check of it, without a lock. What is
 * taken is refused at once, except to whoever `has` something at that time; what is free is decided as ever.
 */
export async function refuseStillTaken(
  deps: Deps,
  request: BookingRequest,
  has: (range: TakenTime['range']) => Promise<boolean>,
): Promise<void> {
  const name = nameOf(request)
  const taken = await deps.contention.checkFirst(name, () => findTaken(deps, request))
  if (!taken || (await has(taken.range))) return
  deps.contention.report(name)
  throw slotTaken(taken.alternatives)
}

function slotTaken(slots: readonly Slot[]): Problem {
  const alternatives = slots.map(({ start, end, staffIds }) => ({ start, end, staffIds }))
  return new Problem('booking/slot-taken', 'Pick another time', { alternatives })
}

/** Undefined where it is free, and where it would be refused for another reason. */
async function findTaken(deps: Deps, request: BookingRequest): Promise<TakenTime | undefined> {
  const [now, { takesPayments }] = [deps.clock(), deps.settings]
  const { start, partySize, staffId } = request
  const found = await requestedServices.find(deps.db, request)
  if (!found?.business.isPublished || !found.service?.active) return undefined
  const { business, service, canCharge } = found
  if (calculateTerms(service, partySize, takesPayments).payment === 'online' && !canCharge) return undefined
  const options = { takesPayments, now, staffId }
  const { bookable, bookingsOnDay } = await bookableServices.loadToBook(deps.db, business, service, start, options)
  if (staffId && bookable.staff.length === 0) return undefined
  const slot = findSlotAt(bookable, request, now)
  const isTaken = slot
    ? assign({ bookable, slot, bookingsOnDay, lost: new Set(), partySize }) === undefined
    : findBrokenRule(bookable, request, now) === undefined
  if (!isTaken) return undefined
  const range = { from: start, to: start.add({ minutes: service.durationMinutes }) }
  return { range, alternatives: await shareAlternatives(deps, { business, service, request }) }
}

const shareAlternatives = (deps: Deps, refused: Refused): Promise<Slot[]> =>
  deps.shareAlternatives(nameOf(refused.request), () => findAlternatives(deps, refused))

const maxAlternatives = 5
const nearbyDays = { before: 1, after: 6 }
const laterDays = { before: 0, after: 30 }

/** With the requested staff member, or else with anybody. */
async function findAlternatives(deps: Deps, { business, service, request }: Refused): Promise<Slot[]> {
  const { start, staffId, partySize } = request
  const { takesPayments } = deps.settings
  const date = Temporal.PlainDate.from(localDateOf(start, business.timeZone))
  const searches = [
    { days: nearbyDays, staffId },
    { days: nearbyDays, staffId: undefined },
    { days: laterDays, staffId: undefined },
  ]
  for (const search of searches) {
    const now = deps.clock()
    const from = date.subtract({ days: search.days.before }).toString()
    const to = date.add({ days: search.days.after }).toString()
    const options = { takesPayments, now, staffId: search.staffId }
    const [bookable] = await bookableServices.load(deps.db, business, [service], { from, to }, options)
    const free = bookable ? findFreeSlots(bookable, { from, to, now: toSecond(now), partySize }) : []
    if (free.length) return pickNearest(free, start, maxAlternatives)
  }
  return []
}
