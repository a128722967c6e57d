import { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Slot } from '@buy-locals/scheduling'
import { localDateOf, toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { findFreeSlots } from '../domain/bookable-service.ts'
import type { NewBooking } from '../domain/new-booking.ts'
import { pickNearest } from '../domain/start-rules.ts'
import * as bookableServices from '../persistence/bookable-services.ts'

export type Refused = Pick<NewBooking, 'business' | 'service' | 'request'>

/** Refuses a time that is taken, with the nearest starts that are free. */
export async function refuseTaken(deps: Deps, refused: Refused): Promise<never> {
  const { serviceId, start, staffId, partySize } = refused.request
  const key = [serviceId, start, staffId, partySize].join(' ')
  const slots = await deps.shareAlternatives(key, () => findAlternatives(deps, refused))
  const alternatives = slots.map(({ start, end, staffIds }) => ({ start, end, staffIds }))
  throw new Problem('booking/slot-taken', 'Pick another time', { alternatives })
}

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
