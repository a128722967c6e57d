import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { BusinessRole } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type Invitation = { personId: Id<'person'>; businessId: Id<'business'>; role: BusinessRole }

/** A newer invitation of the same business replaces the older one. */
export async function upsert(tx: Tx, at: Temporal.Instant, { personId, businessId, role }: Invitation): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({ person_id: personId, business_id: businessId, role, invited_at: at })
    .onConflict((conflict) => conflict.columns(['person_id', 'business_id']).doUpdateSet({ role, invited_at: at }))
    .execute()
}

/** Whether there was one. */
export async function remove(tx: Tx, personId: Id<'person'>, businessId: Id<'business'>): Promise<boolean> {
  const ofBoth = tx.deleteFrom('invitations').where('person_id', '=', personId).where('business_id', '=', businessId)
  return (await ofBoth.executeTakeFirstOrThrow()).numDeletedRows > 0n
}

const lifetime = { hours: 30 * 24 }

/** Removes those that the person may still accept. */
export async function takeOpen(tx: Tx, now: Temporal.Instant, personId: Id<'person'>): Promise<Invitation[]> {
  const open = await tx
    .deleteFrom('invitations')
    .where('person_id', '=', personId)
    .where('invited_at', '>', now.subtract(lifetime))
    .returningAll()
    .execute()
  return open
    .map(({ business_id, role }) => ({
      ...{ personId, businessId: business_id as Id<'business'> },
      role: role as BusinessRole,
    }))
    .toSorted((a, b) => (a.businessId < b.businessId ? -1 : 1))
}

export async function deleteExpired(db: Kysely<Database>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('invitations').where('invited_at', '<=', now.subtract(lifetime)).execute()
}
