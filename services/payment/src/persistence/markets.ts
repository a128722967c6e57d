import type { Kysely, Transaction } from 'kysely'
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
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof marketChanged>>,
): Promise<void> {
  await upsertNewer(tx, 'markets', ['id'], {
    id: data.id,
    slug: data.slug,
    fee_basis_points: data.feeBasisPoints,
    complaint_hours: data.complaintHours,
    sequence,
  })
}
