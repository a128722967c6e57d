import type { Kysely, Transaction } from 'kysely'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { marketChanged } from '@buy-locals/contracts/business/events'
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
  const row = { slug: data.slug, fee_basis_points: data.feeBasisPoints, complaint_hours: data.complaintHours, sequence }
  await tx
    .insertInto('markets')
    .values({ id: data.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('markets.sequence', '<', sequence))
    .execute()
}
