import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { HolderId } from '../domain/catalogue.ts'
import type { Taken } from '../domain/offer.ts'
import type { Database } from './database.ts'

type Row = {
  holder_id: HolderId
  from: string
  to: string
  is_block: boolean
  group_id: Id<'occurrence'> | null
  service_id: Id<'service'>
  staff_id: Id<'staff'> | null
  holders: HolderId[]
  start: string
  end: string
  buffer_before_minutes: number
  buffer_after_minutes: number
  capacity: number
  seats: number
}

const utc = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

/** When these holders are promised to somebody. A hold that has run out promises nothing, also before it is cleared away. */
export async function takenBetween(
  db: Kysely<Database>,
  holders: readonly HolderId[],
  from: Temporal.Instant,
  to: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Taken[]> {
  const { rows } = await sql<Row>`
    select a.holder_id, ${utc('lower(a.during)')} as "from", ${utc('upper(a.during)')} as "to",
      a.block_id is not null as is_block, o.id as group_id, o.service_id, o.staff_id, o.holders,
      ${utc('o.start_at')} as start, ${utc('o.end_at')} as "end", o.buffer_before_minutes, o.buffer_after_minutes, o.capacity,
      case when o.id is not null then o.taken - coalesce((
        select sum(b.party_size) from bookings b
        where b.occurrence_id = o.id and b.status = 'held' and b.hold_expires_at <= ${now}), 0)::integer end as seats
    from unnest(${holders}::text[]) as wanted(id)
    join allocations a on a.holder_id = wanted.id and a.live
      and a.during && tstzrange(${from}::timestamptz, ${to}::timestamptz)
      and (a.expires_at is null or a.expires_at > ${now})
    left join occurrences o on o.id = a.occurrence_id`.execute(db)
  return rows.map((row) => ({
    holderId: row.holder_id,
    from: row.from,
    to: row.to,
    isBlock: row.is_block,
    ...(row.group_id && { group: groupOf(row, row.group_id) }),
  }))
}

const groupOf = (row: Row, id: Id<'occurrence'>) => ({
  id,
  serviceId: row.service_id,
  staffId: row.staff_id ?? undefined,
  holders: row.holders,
  start: row.start,
  end: row.end,
  bufferBeforeMinutes: row.buffer_before_minutes,
  bufferAfterMinutes: row.buffer_after_minutes,
  capacity: row.capacity,
  seats: row.seats,
})
