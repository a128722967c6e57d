import { Temporal } from 'temporal-polyfill'
import type { Slot } from '@buy-locals/scheduling'
import { Problem } from '@buy-locals/contracts/problem'
import { invalid } from '@buy-locals/service-kit/request-input'
import type { Id } from '@buy-locals/values/ids'
import { startOfDay, toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { blockedIn, type Blocked } from '../domain/blocked.ts'
import { slotsOf } from '../domain/offer.ts'
import { isWithinReach } from '../domain/reach.ts'
import { visibleBusiness, type Visitor } from '../visible-business.ts'
import * as offers from '../persistence/offers.ts'
import * as services from '../persistence/service-repository.ts'

type Question = {
  businessId: Id<'business'>
  serviceId: Id<'service'>
  from: string
  to: string
  staffId?: Id<'staff'> | undefined
  partySize: number
  staff: boolean
  explain: boolean
}
type Answer = {
  timeZone: string
  items: (Omit<Slot, 'staffIds'> & { staffIds?: Id<'staff'>[] })[]
  blocked?: Blocked[]
}

const longest = 31

export async function readSlots(deps: Deps, visitor: Visitor, question: Question): Promise<Answer> {
  const { serviceId, from, to, staffId, partySize } = question
  const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days + 1
  if (days > longest) throw invalid({ pointer: '/query/to', detail: `at most ${longest} days` })
  const now = deps.clock()
  const { business, isMember } = await visibleBusiness(deps.db, question.businessId, visitor)
  const service = await services.find(deps.db, business.id, serviceId)
  if (!service?.active) throw new Problem('not-found', `There is no service ${serviceId}`)
  if (days < 1 || !isWithinReach(startOfDay(from, business.timeZone), now))
    return { timeZone: business.timeZone, items: [] }
  const { takesPayments } = deps.settings
  const [offer] = await offers.load(deps.db, business, [service], { from, to }, { takesPayments, now, staffId })
  if (!offer) return { timeZone: business.timeZone, items: [] }
  const window = { from, to, now: toSecond(now), partySize }
  const withStaff = days === 1 || question.staff
  const items = slotsOf(offer, window).map(({ staffIds, ...slot }) => ({
    ...slot,
    ...(withStaff && { staffIds: staffIds as Id<'staff'>[] }),
  }))
  return {
    timeZone: business.timeZone,
    items,
    ...(question.explain && { blocked: blockedIn(offer, window, isMember) }),
  }
}
