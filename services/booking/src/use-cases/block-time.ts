import { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import { invalid } from '@buy-locals/service-kit/request-input'
import { newId, type Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { isWithinReach } from '../domain/reach.ts'
import { freeStartsChanged } from '../jobs.ts'
import * as allocations from '../persistence/allocation-repository.ts'
import * as blocks from '../persistence/block-repository.ts'
import { clearLapsed } from '../persistence/lapsed-holds.ts'
import * as resources from '../persistence/resource-repository.ts'
import * as staff from '../persistence/staff-repository.ts'

type Command = {
  businessId: Id<'business'>
  actorId: Id<'person'>
  staffId?: Id<'staff'> | undefined
  resourceId?: Id<'resource'> | undefined
  start: string
  end: string
  note?: string | undefined
}

const longestDays = 400

export async function blockTime(
  deps: Deps,
  { businessId, actorId, staffId, resourceId, note, ...time }: Command,
): Promise<blocks.Block> {
  const [start, end] = [wholeSecond(time.start), wholeSecond(time.end)]
  if (!isBefore(start, end)) throw invalid({ pointer: '/body/end', detail: 'after the start' })
  if (isBefore(start.add({ hours: longestDays * 24 }), end))
    throw invalid({ pointer: '/body/end', detail: `at most ${longestDays} days` })
  if (!isWithinReach(start, deps.clock())) throw invalid({ pointer: '/body/start', detail: 'too far away' })
  const own = staffId ? await staff.ofBusiness(deps.db, businessId) : await resources.ofBusiness(deps.db, businessId)
  const holder = staffId ?? resourceId
  if (!holder || !own.some(({ id }) => id === holder))
    throw new Problem('not-found', `There is no ${holder ?? 'holder'} here`)
  await clearLapsed(deps, businessId, start, end)
  const block: blocks.Block = { id: newId('block'), businessId, staffId, resourceId, start, end, note }
  const isFree = await deps.db.transaction().execute(async (tx) => {
    const taken = await allocations.take(tx, [holder], { from: start, to: end }, { block_id: block.id })
    if (taken.length) return false
    await blocks.insert(tx, block, actorId)
    await freeStartsChanged(tx, businessId, deps.clock())
    return true
  })
  if (!isFree) throw new Problem('booking/block-overlaps', 'Something is booked or blocked in that time')
  return block
}

/** Bookings begin and end on whole seconds, and so is all of it shown. */
const wholeSecond = (instant: string) =>
  Temporal.Instant.from(instant).round({ smallestUnit: 'second', roundingMode: 'floor' })

export async function unblockTime(
  { db, clock }: Deps,
  { businessId, blockId }: { businessId: Id<'business'>; blockId: Id<'block'> },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await blocks.remove(tx, businessId, blockId))) throw new Problem('not-found', `There is no block ${blockId}`)
    await freeStartsChanged(tx, businessId, clock())
  })
}
