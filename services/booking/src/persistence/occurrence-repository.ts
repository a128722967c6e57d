import { sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { newId, type Id } from '@buy-locals/values/ids'
import type { HolderId } from '../domain/catalogue.ts'
import * as allocations from './allocation-repository.ts'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type Instant = Temporal.Instant

export type Wanted = {
  business_id: string
  service_id: string
  staff_id: string | null
  start_at: Instant
  end_at: Instant
  buffer_before_minutes: number
  buffer_after_minutes: number
  capacity: number
}

type Joined = { id: Id<'occurrence'> } | { lost: HolderId[] }

/** The group with these holders at this time: the running one, or one that begins here and takes them. Its seats are taken last, by `sit`. */
export async function join(tx: Tx, wanted: Wanted, holders: HolderId[]): Promise<Joined> {
  const key = holders.toSorted()
  const id = newId('occurrence')
  const begun = await tx
    .insertInto('occurrences')
    .values({ ...wanted, id, holders: key })
    .onConflict((conflict) => conflict.doNothing()) // occurrences_once: somebody has begun it
    .returning('id')
    .executeTakeFirst()
  if (!begun) return running(tx, wanted, key)
  const range = {
    from: wanted.start_at.subtract({ minutes: wanted.buffer_before_minutes }),
    to: wanted.end_at.add({ minutes: wanted.buffer_after_minutes }),
  }
  const lost = await allocations.take(tx, holders, range, { occurrence_id: id })
  return lost.length ? { lost } : { id }
}

async function running(tx: Tx, { service_id, start_at, end_at }: Wanted, holders: HolderId[]): Promise<Joined> {
  const row = await tx
    .selectFrom('occurrences')
    .select('id')
    .where('service_id', '=', service_id)
    .where('start_at', '=', start_at)
    .where('end_at', '=', end_at)
    .where(sql<boolean>`holders = ${holders}::text[]`)
    .where('live', '=', true)
    .executeTakeFirst()
  return row ? { id: row.id as Id<'occurrence'> } : { lost: [] } // it has just ended; the next try begins another
}

/** Whether so many seats were left. The last statement of a booking but one, so that nobody waits long for the counter. */
export async function sit(tx: Tx, id: Id<'occurrence'>, seats: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('occurrences')
    .set({ taken: sql`taken + ${seats}::integer` })
    .where('id', '=', id)
    .where('live', '=', true)
    .where(sql<boolean>`taken + ${seats}::integer <= capacity`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** A group that nobody comes to ends, and its people and rooms are free again. A seat that the service has no more goes with whoever sat on it. */
export async function rise(tx: Tx, id: Id<'occurrence'>, seats: number): Promise<void> {
  const { live } = await tx
    .updateTable('occurrences')
    .set({
      taken: sql`taken - ${seats}::integer`,
      live: sql`taken > ${seats}::integer`,
      capacity: sql`least(capacity, greatest(taken - ${seats}::integer, 1, (select capacity from services where id = service_id)))`,
    })
    .where('id', '=', id)
    .returning('live')
    .executeTakeFirstOrThrow()
  if (!live) await allocations.release(tx, { occurrence_id: id })
}

/** After its last seat was given up, begins it again where its holders are still free. */
export async function revive(tx: Tx, id: Id<'occurrence'>): Promise<Joined> {
  const {
    live,
    holders,
    taken: _,
    id: __,
    ...wanted
  } = await tx.selectFrom('occurrences').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (live) return { id }
  const service = tx.selectFrom('services').select('capacity').where('id', '=', wanted.service_id)
  const { capacity } = await service.executeTakeFirstOrThrow()
  return join(tx, { ...wanted, capacity }, holders as HolderId[])
}

/** More seats are there from now on; fewer only as far as nobody sits on them. */
export async function resize(tx: Tx, serviceId: Id<'service'>, capacity: number, now: Instant): Promise<void> {
  await tx
    .updateTable('occurrences')
    .set({ capacity: sql`greatest(taken, ${capacity}::integer)` })
    .where('service_id', '=', serviceId)
    .where('live', '=', true)
    .where('start_at', '>', now)
    .execute()
}
