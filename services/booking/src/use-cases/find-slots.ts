import type { Slot } from '@buy-locals/scheduling'
import { invalid } from '@buy-locals/service-kit/request-input'
import type { Id } from '@buy-locals/values/ids'
import { daysBetween, startOfDay, toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { findFreeSlots } from '../domain/bookable-service.ts'
import { explainBlockedTimes, type BlockedTime } from '../domain/blocked-times.ts'
import { isWithinReach } from '../domain/start-rules.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import * as services from '../persistence/service-repository.ts'
import { findVisibleBusiness, type Visitor } from '../steps/find-business.ts'

type Query = {
  businessId: Id<'business'>
  serviceId: Id<'service'>
  from: string
  to: string
  staffId?: Id<'staff'> | undefined
  partySize: number
  staff: boolean
  explain: boolean
}
type FoundSlots = {
  timeZone: string
  items: (Omit<Slot, 'staffIds'> & { staffIds?: Id<'staff'>[] })[]
  blocked?: BlockedTime[]
}

const maxDays = 31

export async function findSlots(deps: Deps, visitor: Visitor, query: Query): Promise<FoundSlots> {
  const { serviceId, from, to, staffId, partySize } = query
  const days = daysBetween(from, to) + 1
  if (days > maxDays) throw invalid({ pointer: '/query/to', detail: `at most ${maxDays} days` })
  const now = deps.clock()
  const { business, isMember } = await findVisibleBusiness(deps.db, query.businessId, visitor)
  const { timeZone } = business
  const service = await services.findActive(deps.db, business.id, serviceId)
  if (days < 1 || !isWithinReach(startOfDay(from, timeZone), now)) return { timeZone, items: [] }
  const options = { takesPayments: deps.settings.takesPayments, now, staffId }
  const [bookable] = await bookableServices.load(deps.db, business, [service], { from, to }, options)
  if (!bookable) return { timeZone, items: [] }
  const window = { from, to, now: toSecond(now), partySize }
  const withStaff = days === 1 || query.staff
  const items = findFreeSlots(bookable, window).map(({ staffIds, ...slot }) => ({
    ...slot,
    ...(withStaff && { staffIds: staffIds as Id<'staff'>[] }),
  }))
  return { timeZone, items, ...(query.explain && { blocked: explainBlockedTimes(bookable, window, isMember) }) }
}
