import { setImmediate } from 'node:timers/promises'
import { maxBlockedTimes, maxStaffInSlots } from '@buy-locals/contracts/booking/shapes'
import type { Slot } from '@buy-locals/scheduling'
import { invalid } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { daysBetween, startOfDay, toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { findFreeSlotsInParts, type BookableService, type SlotWindow } from '../domain/bookable-service.ts'
import { explainBlockedTimes, explainOffDuty, type BlockedTime } from '../domain/blocked-times.ts'
import { isWithinReach } from '../domain/start-rules.ts'
import * as bookableServices from '../persistence/bookable-services.ts'
import { findVisibleService, type Visitor } from '../steps/find-business.ts'

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
  const { businessId, serviceId, from, to, staffId, partySize } = query
  const days = daysBetween(from, to) + 1
  if (days > maxDays)
    throw invalid({ pointer: '/query/to', detail: `at most ${maxDays} days`, code: 'too-many-days', max: maxDays })
  const now = deps.clock()
  const { business, service, isMember } = await findVisibleService(deps.db, { businessId, serviceId }, visitor)
  const { timeZone } = business
  if (days < 1 || !isWithinReach(startOfDay(from, timeZone), now)) return { timeZone, items: [] }
  const options = { takesPayments: deps.settings.takesPayments, now, staffId }
  const [bookable] = await bookableServices.load(deps.db, business, [service], { from, to }, options)
  if (!bookable || (bookable.awaitsPayments && !isMember)) return { timeZone, items: [] }
  const window = { from, to, now: toSecond(now), partySize }
  const withStaff = days === 1 || query.staff
  const slots = await findAllFreeSlots(bookable, window)
  if (withStaff) refuseTooManyNames(slots)
  const items = withStaff
    ? (slots as (Slot & { staffIds: Id<'staff'>[] })[])
    : slots.map(({ start, end, seatsLeft }) => ({ start, end, seatsLeft }))
  if (!query.explain) return { timeZone, items }
  const blocked = await explainInParts(bookable, window, isMember)
  return { timeZone, items, blocked: blocked.slice(0, maxBlockedTimes) }
}

/** A month of every five minutes with a hundred names each would be an answer of thirty megabytes. */
function refuseTooManyNames(slots: readonly Slot[]): void {
  const names = slots.reduce((sum, { staffIds }) => sum + staffIds.length, 0)
  if (names > maxStaffInSlots)
    throw invalid({
      pointer: '/query/to',
      detail: 'too many times with their staff: ask for fewer days, or for one person',
      code: 'unusable',
    })
}

const staffDaysAtOnce = 800

/** A month of a large team takes a tenth of a second, in which nobody else would be answered: so some days at a time. */
async function findAllFreeSlots(bookable: BookableService, window: SlotWindow): Promise<Slot[]> {
  const days = Math.max(1, Math.floor(staffDaysAtOnce / Math.max(1, bookable.staff.length)))
  const parts: Slot[][] = []
  for (const part of findFreeSlotsInParts(bookable, window, days)) {
    parts.push(part)
    await setImmediate()
  }
  return parts.flat()
}

const staffAtOnce = 20

async function explainInParts(
  bookable: BookableService,
  window: SlotWindow,
  isMember: boolean,
): Promise<BlockedTime[]> {
  const blocked = explainBlockedTimes(bookable, window, isMember)
  for (let from = 0; from < bookable.staff.length; from += staffAtOnce) {
    await setImmediate()
    blocked.push(...explainOffDuty(bookable, window, bookable.staff.slice(from, from + staffAtOnce)))
  }
  await setImmediate()
  return blocked.sort((a, b) => (a.start < b.start ? -1 : 1))
}
