import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Running } from '@buy-locals/server/start'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

type Composed = Pick<Running, 'composed'>

export function databaseOf({ composed }: Composed, service: ServiceName): Kysely<KitTables> {
  const db = composed.databases.get(service)
  if (!db) throw new Error(`There is no database of the ${service} service`)
  return db
}

/** Reads the bookings themselves, not the constraint that should have prevented it. */
export async function findDoubleBookings(running: Composed): Promise<string[]> {
  const db = databaseOf(running, 'booking')
  const people = await sql<{ one: string; other: string }>`
    select a.id as one, b.id as other from bookings a join bookings b on a.staff_id = b.staff_id and a.id < b.id
      and a.start_at < b.end_at and b.start_at < a.end_at
      and (a.group_session_id is null or a.group_session_id is distinct from b.group_session_id)
    where a.status in ('held', 'confirmed', 'completed') and b.status in ('held', 'confirmed', 'completed')`.execute(db)
  const rooms = await sql<{ one: string; other: string }>`
    select a.id as one, b.id as other
    from bookings a join services sa on sa.id = a.service_id, bookings b join services sb on sb.id = b.service_id
    where a.id < b.id and a.start_at < b.end_at and b.start_at < a.end_at
      and sa.resource_ids && sb.resource_ids
      and a.status in ('held', 'confirmed', 'completed') and b.status in ('held', 'confirmed', 'completed')`.execute(db)
  const seats = await sql<{ service: string; start: string; taken: number }>`
    select s.name as service, b.start_at::text as start, sum(b.party_size)::int as taken
    from bookings b join services s on s.id = b.service_id
    where s.capacity > 1 and b.status in ('held', 'confirmed', 'completed')
    group by s.id, b.start_at, b.staff_id having sum(b.party_size) > s.capacity`.execute(db)
  return [
    ...people.rows.map(({ one, other }) => `one person is booked by ${one} and by ${other}`),
    ...rooms.rows.map(({ one, other }) => `one room is booked by ${one} and by ${other}`),
    ...seats.rows.map(({ service, start, taken }) => `${service} at ${start} has ${taken} people in its seats`),
  ]
}

/** Whoever has a time has taken it, and nobody has taken another. What was taken back after its end is not taken again, nor is a seat given back then. */
export async function findWrongAllocations(running: Composed): Promise<string[]> {
  const db = databaseOf(running, 'booking')
  const wrong = await sql<{ text: string }>`
    with timed as (
      select b.*, tstzrange(b.start_at - make_interval(mins => s.buffer_before_minutes),
          b.end_at + make_interval(mins => s.buffer_after_minutes)) as during,
        exists (select from audit where subject = b.id and action = 'booking.reopened.v1') as was_reopened,
        exists (select from audit where subject = b.id and at >= b.end_at
          and action in ('booking.expired.v1', 'booking.cancelled.v1', 'booking.no-show.v1')) as was_left_late
      from bookings b join services s on s.id = b.service_id),
    seats as (
      select group_session_id as id, sum(party_size) as most,
        sum(party_size) filter (where status in ('held', 'confirmed', 'completed') and not was_reopened) as fewest
      from timed
      where group_session_id is not null and (status in ('held', 'confirmed', 'completed') or was_left_late)
      group by 1)
    select a.calendar_id || ' is taken ' || a.during || ' for ' || b.id || ', which is ' || b.status || ' at ' || b.during as text
      from allocations a join timed b on b.id = a.booking_id
      where a.live and (b.status not in ('held', 'confirmed', 'completed') or a.during <> b.during)
        and not (a.expires_at is not null and b.status = 'confirmed') -- held beside its own
    union all
    select b.id || ' is ' || b.status || ' and has not taken ' || b.during
      from timed b
      where b.status in ('held', 'confirmed', 'completed') and b.group_session_id is null and not b.was_reopened
        and not exists (select from allocations a where a.live and a.booking_id = b.id and a.calendar_id = b.staff_id)
    union all
    select g.id || ' has ' || g.seats_taken || ' seats taken, not ' || coalesce(fewest, 0) || ' to ' || coalesce(most, 0)
      from group_sessions g left join seats using (id)
      where g.live and g.seats_taken not between coalesce(fewest, 0) and coalesce(most, 0)
    union all
    select g.id || case when g.live then ' takes place and' else ' is over and' end || ' has taken ' || count(a.*) || ' calendars'
      from group_sessions g left join allocations a on a.group_session_id = g.id and a.live
      group by g.id having count(a.*) <> case when g.live then cardinality(g.calendar_ids) else 0 end`.execute(db)
  return wrong.rows.map(({ text }) => text)
}

export async function countDeadlocks(running: Composed): Promise<number> {
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks from pg_stat_database where datname = current_database()`.execute(databaseOf(running, 'booking'))
  return Number(rows[0]?.deadlocks)
}

/** PostgreSQL's own counter does not survive a crash; its log does. */
export async function countLoggedDeadlocks(dataDir: string): Promise<number> {
  const log = await readFile(join(dataDir, 'postgres/log'), 'utf8')
  return log.split('\n').filter((line) => line.includes('deadlock detected')).length
}
