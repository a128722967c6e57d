import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { BusyTime, GroupSession } from '../domain/bookable-service.ts'
import type { CalendarId } from '../domain/catalogue.ts'
import type { Database } from './database.ts'

type Row = {
  calendar_id: CalendarId
  from: string
  to: string
  is_block: boolean
  group_session_id: Id<'groupSession'> | null
  service_id: Id<'service'>
  staff_id: Id<'staff'> | null
  calendar_ids: CalendarId[]
  start: string
  end: string
  buffer_before_minutes: number
  buffer_after_minutes: number
  capacity: number
  seats_taken: number
}

const utc = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

/** When these calendars are taken. A hold that has expired takes nothing, even before it is released. */
export async function between(
  db: Kysely<Database>,
  calendarIds: readonly CalendarId[],
  from: Temporal.Instant,
  to: Temporal.Instant,
  now: Temporal.Instant,
): Promise<BusyTime[]> {
  const { rows } = await sql<Row>`
    select a.calendar_id, ${utc('lower(a.during)')} as "from", ${utc('upper(a.during)')} as "to",
      a.block_id is not null as is_block, g.id as group_session_id, g.service_id, g.staff_id, g.calendar_ids,
      ${utc('g.start_at')} as start, ${utc('g.end_at')} as "end", g.buffer_before_minutes, g.buffer_after_minutes, g.capacity,
      case when g.id is not null then g.seats_taken - coalesce((
        select sum(b.party_size) from bookings b
        where b.group_session_id = g.id and b.status = 'held' and b.hold_expires_at <= ${now}), 0)::integer end as seats_taken
    from unnest(${calendarIds}::text[]) as requested(id)
    join allocations a on a.calendar_id = requested.id and a.live
      and a.during && tstzrange(${from}::timestamptz, ${to}::timestamptz)
      and (a.expires_at is null or a.expires_at > ${now})
    left join group_sessions g on g.id = a.group_session_id
    order by a.calendar_id, a.during`.execute(db)
  return rows.map((row) => ({
    calendarId: row.calendar_id,
    from: row.from,
    to: row.to,
    isBlock: row.is_block,
    ...(row.group_session_id && { groupSession: toGroupSession(row, row.group_session_id) }),
  }))
}

const toGroupSession = (row: Row, id: Id<'groupSession'>): GroupSession => ({
  id,
  serviceId: row.service_id,
  staffId: row.staff_id ?? undefined,
  calendarIds: row.calendar_ids,
  start: row.start,
  end: row.end,
  bufferBeforeMinutes: row.buffer_before_minutes,
  bufferAfterMinutes: row.buffer_after_minutes,
  capacity: row.capacity,
  seatsTaken: row.seats_taken,
})
