import { Temporal } from 'temporal-polyfill'
import { maxBookingsNamed } from '@buy-locals/contracts/booking/shapes'
import { invalid } from '@buy-locals/service-kit/request-input'
import { newId, type Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { notFound } from '../domain/not-found.ts'
import { isWithinReach } from '../domain/start-rules.ts'
import * as blocks from '../persistence/block-repository.ts'
import * as bookings from '../persistence/booking-repository.ts'
import * as lists from '../persistence/booking-lists.ts'
import * as resources from '../persistence/resource-repository.ts'
import * as staff from '../persistence/staff-repository.ts'
import { expireHolds } from '../steps/expire-holds.ts'
import { refuseOverLimit } from '../steps/refuse-over-limit.ts'
import { scheduleFreeStartsCount } from '../steps/schedule-jobs.ts'
import { extendBlocks, takeForBlock } from '../steps/take-time.ts'

type BlockCommand = {
  businessId: Id<'business'>
  actorId: Id<'person'>
  staffId?: Id<'staff'> | undefined
  resourceId?: Id<'resource'> | undefined
  start: string
  end: string
  note?: string | undefined
}

const maxDays = 400

type Blocked = { block: blocks.Block; overlapping: Omit<lists.BoardEntry, 'resourceIds'>[] }

/** What is booked in that time stands; when it is cancelled, the block has its time too. */
export async function blockTime(deps: Deps, command: BlockCommand): Promise<Blocked> {
  const { db, clock } = deps
  const { businessId, actorId, staffId, resourceId, note } = command
  const [start, end] = [toWholeSecond(command.start), toWholeSecond(command.end)]
  if (!isBefore(start, end)) throw invalid({ pointer: '/body/end', detail: 'after the start' })
  if (isBefore(start.add({ hours: maxDays * 24 }), end))
    throw invalid({ pointer: '/body/end', detail: `at most ${maxDays} days` })
  if (!isWithinReach(start, clock())) throw invalid({ pointer: '/body/start', detail: 'too far away' })
  const calendarId = await findCalendar(db, command)
  const expired = await bookings.findExpiredHolds(db, businessId, { from: start, to: end }, clock())
  await expireHolds(deps, expired)
  const block: blocks.Block = {
    id: newId('block'),
    businessId,
    staffId,
    resourceId,
    serviceId: undefined,
    start,
    end,
    note,
  }
  return db.transaction().execute(async (tx) => {
    await refuseOverLimit(tx, businessId, 'blocks', clock())
    await blocks.insert(tx, block, actorId)
    await takeForBlock(tx, block)
    const overlapping = await lists.bookedIn(tx, { businessId, calendarId, from: start, to: end }, maxBookingsNamed)
    await scheduleFreeStartsCount(tx, businessId, clock())
    return { block, overlapping }
  })
}

/** Bookings begin and end on whole seconds, and so is all of it shown. */
const toWholeSecond = (instant: string) =>
  Temporal.Instant.from(instant).round({ smallestUnit: 'second', roundingMode: 'floor' })

type CalendarOwner = Pick<BlockCommand, 'businessId' | 'staffId' | 'resourceId'>

async function findCalendar(db: Deps['db'], { businessId, staffId, resourceId }: CalendarOwner) {
  const owned = staffId ? await staff.idsOfBusiness(db, businessId) : await resources.idsOfBusiness(db, businessId)
  const found = owned.find((id) => id === (staffId ?? resourceId))
  if (!found) throw staffId ? notFound('staff', staffId) : notFound('resource', resourceId ?? '')
  return found
}

type UnblockCommand = { businessId: Id<'business'>; blockId: Id<'block'> }

export async function unblockTime({ db, clock }: Deps, { businessId, blockId }: UnblockCommand): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const block = await blocks.remove(tx, businessId, blockId)
    if (!block) throw notFound('block', blockId)
    await extendBlocks(tx, businessId, { from: block.start, to: block.end })
    await scheduleFreeStartsCount(tx, businessId, clock())
  })
}
