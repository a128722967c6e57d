import { maxPerBusiness } from '@buy-locals/contracts/booking/limits'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { newId } from '@buy-locals/values/ids'
import type { Running } from './support.ts'

const days = [1, 2, 3, 4, 5, 6, 7] as const
const two = (count: number) => String(count).padStart(2, '0')
const dateAfter = (count: number) => new Date(Date.UTC(2026, 2, 20 + count)).toISOString().slice(0, 10)
const gaps = Array.from({ length: 8 }, (_, part) => ({ opens: `${two(part * 3)}:00`, closes: `${two(part * 3 + 2)}:00` })) // prettier-ignore

/** Eight shifts on every day, and four hundred special ones on fifty of them. */
export const fullHours: Hours = {
  weekly: days.flatMap((day) => gaps.map((shift) => ({ day, ...shift }))),
  special: Array.from({ length: 400 }, (_, index) => ({ date: dateAfter(Math.floor(index / 8)), ...gaps[index % 8]! })),
}

/** A business with as much of everything as it can have, and one service that everybody gives. Into the tables at once, because nobody adds so much in a test's time. */
export async function fillToTheCaps(booking: Running) {
  const { db, businessId } = booking
  const always = { weekly: days.map((day) => ({ day, opens: '00:00', closes: '24:00' })), special: [] }
  await booking.changeBusiness({ hours: always })
  const own = (index: number) => ({ business_id: businessId, name: `Nr ${index}`, active: true, version: 1 })
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index))
  const hours = JSON.stringify(fullHours)
  const staff = many(maxPerBusiness.staff, (index) => ({ ...own(index), id: newId('staff'), hours }))
  await db.insertInto('staff').values(staff).execute()
  const resources = many(maxPerBusiness.resources, (index) => ({ ...own(index), id: newId('resource'), pool: 'rooms' }))
  await db.insertInto('resources').values(resources).execute()
  const service = await booking.addService({
    durationMinutes: 5,
    stepMinutes: 5,
    staffIds: staff.map(({ id }) => id),
    resourceIds: resources.slice(0, 50).map(({ id }) => id),
  })
  const row = await db.selectFrom('services').selectAll().where('id', '=', service.id).executeTakeFirstOrThrow()
  const services = many(maxPerBusiness.services - 1, () => ({ ...row, policy: JSON.stringify(row.policy), id: newId('service') })) // prettier-ignore
  await db.insertInto('services').values(services).execute()
  const blocks = many(maxPerBusiness.blocks, (index) => {
    const start = new Date(Date.UTC(2026, 2, 21, 0, Math.floor(index / maxPerBusiness.staff) * 30))
    return {
      ...{ id: newId('block'), business_id: businessId, staff_id: staff[index % staff.length]?.id ?? null },
      ...{ start_at: start.toISOString() as never, end_at: new Date(+start + 900_000).toISOString() as never },
      created_by: booking.owner,
    }
  })
  await db.insertInto('blocks').values(blocks).execute()
  const taken = blocks.map(({ id, staff_id, start_at, end_at }) => ({
    ...{ block_id: id, calendar_id: staff_id ?? '', during: `[${String(start_at)},${String(end_at)})` },
  }))
  await db.insertInto('allocations').values(taken).execute()
  return { service, staffId: staff[0]!.id, resourceId: resources[0]!.id }
}
