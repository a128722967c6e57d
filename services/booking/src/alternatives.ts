import { Temporal } from 'temporal-polyfill'
import type { Slot } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import { localDateOf, toSecond } from '@buy-locals/values/time'
import type { Deps } from './deps.ts'
import type { Business, Service } from './domain/catalogue.ts'
import { slotsOf } from './domain/offer.ts'
import { nearest } from './domain/start-rules.ts'
import * as offers from './persistence/offers.ts'

type Wish = { start: Temporal.Instant; staffId?: Id<'staff'> | undefined; partySize: number }

const howMany = 5
const nearbyDays = { before: 1, after: 6 }
const laterDays = { before: 0, after: 30 }

/** The nearest starts that are still free: with the person asked for, or else with anybody. */
export async function alternatives(deps: Deps, business: Business, service: Service, wish: Wish): Promise<Slot[]> {
  const tries = [
    { ...wish, days: nearbyDays },
    { ...wish, days: nearbyDays, staffId: undefined },
    { ...wish, days: laterDays, staffId: undefined },
  ]
  for (const { start, staffId, partySize, days } of tries) {
    const now = deps.clock()
    const wished = Temporal.PlainDate.from(localDateOf(start, business.timeZone))
    const from = wished.subtract({ days: days.before }).toString()
    const to = wished.add({ days: days.after }).toString()
    const { takesPayments } = deps.settings
    const [offer] = await offers.load(deps.db, business, [service], { from, to }, { takesPayments, now, staffId })
    const free = offer ? slotsOf(offer, { from, to, now: toSecond(now), partySize }) : []
    if (free.length) return nearest(free, start, howMany)
  }
  return []
}
