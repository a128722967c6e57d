import { sql, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { BusyTime, GroupSession } from '../domain/bookable-service.ts'
import type { CalendarId } from '../domain/catalogue.ts'

/** As short as it can be sent: a large team has tens of thousands in a month. */
export type Packed = [
  calendarId: CalendarId,
  from: string,
  to: string,
  isBlock: boolean,
  groupSession: (Omit<GroupSession, 'staffId'> & { staffId: GroupSession['staffId'] | null }) | null,
]

const utc = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

/** When these calendars are taken, as one list. A hold that has expired takes nothing, even before it is released. */
export const selectPacked = (
  calendarIds: readonly string[],
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
  now: Temporal.Instant,
): RawBuilder<Packed[]> => sql`
  select coalesce(json_agg(
    json_build_array(a.calendar_id, ${utc('lower(a.during)')}, ${utc('upper(a.during)')}, a.block_id is not null,
      case when g.id is not null then json_build_object(
        'id', g.id, 'serviceId', g.service_id, 'staffId', g.staff_id, 'calendarIds', g.calendar_ids,
        'start', ${utc('g.start_at')}, 'end', ${utc('g.end_at')},
        'bufferBeforeMinutes', g.buffer_before_minutes, 'bufferAfterMinutes', g.buffer_after_minutes,
        'capacity', g.capacity, 'seatsTaken', g.seats_taken - coalesce((
          select sum(b.party_size) from bookings b
          where b.group_session_id = g.id and b.status = 'held' and b.hold_expires_at <= ${now}), 0)::integer) end)
    order by a.calendar_id, a.during), '[]')
  from unnest(${calendarIds}::text[]) as requested(id)
  cross join lateral (
    select * from allocations
    where calendar_id = requested.id and live and during && tstzrange(${from}::timestamptz, ${to}::timestamptz)
      and (expires_at is null or expires_at > ${now})
    offset 0 -- else everybody's at that time are read
  ) a
  left join group_sessions g on g.id = a.group_session_id`

export const unpack = ([calendarId, from, to, isBlock, groupSession]: Packed): BusyTime => ({
  calendarId,
  from,
  to,
  isBlock,
  ...(groupSession && { groupSession: { ...groupSession, staffId: groupSession.staffId ?? undefined } }),
})
