import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'

/** Looked for in the bookings themselves, not in the constraint that should have prevented it. */
export async function doubles({ composed }: Pick<Running, 'composed'>): Promise<string[]> {
  const db = composed.databases.get('booking')
  if (!db) throw new Error('There is no database of the booking service')
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
    ...people.rows.map(({ one, other }) => `one person is promised to ${one} and to ${other}`),
    ...rooms.rows.map(({ one, other }) => `one room is promised to ${one} and to ${other}`),
    ...seats.rows.map(({ service, start, taken }) => `${service} at ${start} has ${taken} people on its seats`),
  ]
}
