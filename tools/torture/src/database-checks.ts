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
