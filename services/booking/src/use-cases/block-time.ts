import type { Transaction } from 'kysely'
import { maxBlocksAtOnce, maxBookingsNamed, type Block as BlockShape } from '@buy-locals/contracts/booking/shapes'
import { invalid } from '@buy-locals/contracts/problem'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { findBlockTimes } from '../domain/block-times.ts'
import { notFound } from '../domain/not-found.ts'
import * as allocations from '../persistence/allocation-repository.ts'
import * as blocks from '../persistence/block-repository.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as lists from '../persistence/booking-lists.ts'
import * as resources from '../persistence/resource-repository.ts'
import * as staff from '../persistence/staff-repository.ts'
import { expireHolds } from '../steps/expire-holds.ts'
import { findBusiness } from '../steps/find-business.ts'
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
  repeatUntil?: string | undefined
  kind?: BlockShape['kind']
  note?: string | undefined
}

export type Blocked = {
  blocks: [blocks.Block, ...blocks.Block[]]
  overlapping: Omit<lists.BoardEntry, 'resourceIds'>[]
}

/** What is booked in that time stands; when it is cancelled, the block has its time too. `keep` stores the response with it. */
export async function blockTime(
  deps: Deps,
  command: BlockCommand,
  keep: (tx: Transaction<Database>, blocked: Blocked) => Promise<void>,
): Promise<Blocked> {
  const { db, clock } = deps
  const { businessId, actorId, kind, note } = command
  const { timeZone } = await findBusiness(db, businessId)
  const times = findBlockTimes(command, timeZone, clock())
  const calendars = await findCalendars(db, command)
  const [first, ...others] = times.flatMap(({ start, end }) =>
    calendars.map((calendar): blocks.Block => {
      return {
        id: newId('block'),
        businessId,
        ...calendar,
        serviceId: undefined,
        start,
        end,
        kind,
        note,
        seriesId: undefined,
      }
    }),
  )
  if (!first || others.length >= maxBlocksAtOnce)
    throw invalid({
      pointer: '/body/repeatUntil',
      detail: `at most ${maxBlocksAtOnce} times, one for each person and day`,
      code: 'too-many-blocks',
      max: maxBlocksAtOnce,
    })
  const made: Blocked['blocks'] = others.length ? withSeries([first, ...others], first.id) : [first]
  const [from, to] = [first.start, made.at(-1)?.end ?? first.end]
  const expired = await bookings.findExpiredHolds(db, businessId, { from, to }, clock())
  await expireHolds(deps, expired)
  return db.transaction().execute(async (tx) => {
    await refuseOverLimit(tx, businessId, 'blocks', clock(), made.length)
    await allocations.lockCalendars(tx, made.map(calendarOf)) // several at once: others could wait for each other
    await blocks.insert(tx, made, actorId)
    for (const block of made) await takeForBlock(tx, block)
    const blockIds = made.map(({ id }) => id)
    const overlapping = await lists.bookedIn(tx, { businessId, blockIds, from, to }, maxBookingsNamed)
    const blocked = { blocks: made, overlapping }
    await keep(tx, blocked)
    await scheduleFreeStartsCount(tx, businessId, clock())
    return blocked
  })
}

const withSeries = ([first, ...others]: Blocked['blocks'], seriesId: Id<'block'>): Blocked['blocks'] => [
  { ...first, seriesId },
  ...others.map((block) => ({ ...block, seriesId })),
]

const calendarOf = ({ staffId, resourceId, serviceId }: blocks.Block) => staffId ?? resourceId ?? serviceId ?? ''

type Calendar = Pick<blocks.Block, 'staffId' | 'resourceId'>

/** The person or the resource that is named, or everyone who can be booked. */
async function findCalendars(db: Deps['db'], command: BlockCommand): Promise<Calendar[]> {
  const { businessId, staffId, resourceId } = command
  if (resourceId) {
    const owned = await resources.idsOfBusiness(db, businessId)
    if (!owned.includes(resourceId)) throw notFound('resource', resourceId)
    return [{ staffId: undefined, resourceId }]
  }
  if (staffId) {
    const owned = await staff.idsOfBusiness(db, businessId)
    if (!owned.includes(staffId)) throw notFound('staff', staffId)
    return [{ staffId, resourceId: undefined }]
  }
  const everyone = await staff.activeIdsOfBusiness(db, businessId)
  if (everyone.length === 0)
    throw invalid({ pointer: '/body/staffId', detail: 'nobody can be booked', code: 'no-staff' })
  return everyone.map((id) => ({ staffId: id, resourceId: undefined }))
}

type UnblockCommand = { businessId: Id<'business'>; blockId: Id<'block'>; series: boolean }

export async function unblockTime({ db, clock }: Deps, { businessId, blockId, series }: UnblockCommand): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const found = await blocks.lock(tx, businessId, blockId, series)
    if (found.length === 0) throw notFound('block', blockId)
    await allocations.lockCalendars(tx, found.map(calendarOf)) // before: whoever takes time that is being freed waits for us
    await blocks.remove(tx, found)
    for (const { start, end } of found) await extendBlocks(tx, businessId, { from: start, to: end })
    await scheduleFreeStartsCount(tx, businessId, clock())
  })
}
