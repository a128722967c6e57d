import type { Kysely } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { marketChanged } from '@buy-locals/contracts/business/events'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export async function find(db: Kysely<Database>, id: Id<'market'>) {
  const row = await db.selectFrom('markets').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { slug: row.slug, feeBasisPoints: row.fee_basis_points, complaintHours: row.complaint_hours }
}

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof marketChanged>>[],
): Promise<void> {
  const rows = events.map(({ data: { id, slug, feeBasisPoints, complaintHours }, sequence }) => ({
    ...{ id, slug, fee_basis_points: feeBasisPoints, complaint_hours: complaintHours, sequence },
  }))
  await upsertNewer(db, 'markets', ['id'], ...rows)
}
