import { sql, type Kysely, type Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

/** From here on the business has another channel. In the transaction that ends a membership. */
export async function raise(tx: Transaction<Database>, businessId: Id<'business'>): Promise<number> {
  const { epoch } = await tx
    .insertInto('realtime_epochs')
    .values({ business_id: businessId, epoch: 1 })
    .onConflict((conflict) => conflict.column('business_id').doUpdateSet({ epoch: sql`realtime_epochs.epoch + 1` }))
    .returning('epoch')
    .executeTakeFirstOrThrow()
  return epoch
}

export async function find(db: Kysely<Database>, businessId: Id<'business'>): Promise<number> {
  const row = db.selectFrom('realtime_epochs').select('epoch').where('business_id', '=', businessId)
  return (await row.executeTakeFirst())?.epoch ?? 0
}

/** Of every business that the person belongs to. One statement: nobody gets the epoch that their own end has begun. */
export async function listOfMember(
  db: Kysely<Database>,
  personId: Id<'person'>,
  businessId?: Id<'business'>,
): Promise<{ businessId: Id<'business'>; epoch: number }[]> {
  const memberships = db
    .selectFrom('memberships')
    .leftJoin('realtime_epochs', 'realtime_epochs.business_id', 'memberships.scope')
    .select(['scope', 'epoch'])
    .where('person_id', '=', personId)
    .where('role', 'in', ['owner', 'manager', 'staff'])
  const rows = await (businessId ? memberships.where('scope', '=', businessId) : memberships).orderBy('scope').execute()
  return rows.map(({ scope, epoch }) => ({ businessId: scope as Id<'business'>, epoch: epoch ?? 0 }))
}

/** Also one who has left. */
export async function findAnyMember(db: Kysely<Database>, businessId: Id<'business'>): Promise<string | undefined> {
  const members = db.selectFrom('memberships').select('person_id').where('scope', '=', businessId).limit(1)
  return (await members.executeTakeFirst())?.person_id
}
