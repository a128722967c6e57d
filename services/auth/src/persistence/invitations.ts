import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { BusinessRole } from '@buy-locals/contracts/auth/shapes'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export const lifetime = { hours: 30 * 24 }

type Invitation = {
  personId: Id<'person'>
  businessId: Id<'business'>
  role: BusinessRole
  staffId?: Id<'staff'> | undefined
  tokenHash: string
}

/** A newer invitation of the same business replaces the older one, and its link. */
export async function upsert(tx: Tx, at: Temporal.Instant, invitation: Invitation): Promise<void> {
  const {
    personId: person_id,
    businessId: business_id,
    role,
    staffId: staff_id = null,
    tokenHash: token_hash,
  } = invitation
  await tx
    .insertInto('invitations')
    .values({ id: newId('invitation'), person_id, business_id, role, staff_id, invited_at: at, token_hash })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'business_id']).doUpdateSet({ role, staff_id, invited_at: at, token_hash }),
    )
    .execute()
}

type Received = {
  id: Id<'invitation'>
  businessId: Id<'business'>
  businessName?: string
  role: BusinessRole
  expiresAt: Temporal.Instant
}

type Linked = Received & { personId: Id<'person'> }

/** The one that a mailed link is of, where it can still be accepted. */
export async function findByLink(db: Db, now: Temporal.Instant, tokenHash: string): Promise<Linked | undefined> {
  const row = await selectReceived(db, now).select('person_id').where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && { ...toReceived(row), personId: row.person_id as Id<'person'> }
}

/** More than these would be somebody's mischief. */
const mostShown = 100

/** Those that the person may still accept, the oldest first and at most a hundred. */
export async function listOpen(db: Db, now: Temporal.Instant, personId: Id<'person'>): Promise<Received[]> {
  const ofPerson = selectReceived(db, now).where('person_id', '=', personId)
  return (await ofPerson.orderBy('invited_at').limit(mostShown).execute()).map(toReceived)
}

const selectReceived = (db: Db, now: Temporal.Instant) =>
  db
    .selectFrom('invitations')
    .leftJoin('businesses', 'businesses.business_id', 'invitations.business_id')
    .select(['id', 'invitations.business_id', 'name', 'role', 'invited_at'])
    .where('invited_at', '>', now.subtract(lifetime))

type Row = { id: string; business_id: string; name: string | null; role: string; invited_at: Temporal.Instant }

const toReceived = ({ id, business_id, name, role, invited_at }: Row): Received => ({
  id: id as Id<'invitation'>,
  businessId: business_id as Id<'business'>,
  ...(name !== null && { businessName: name }),
  role: role as BusinessRole,
  expiresAt: invited_at.add(lifetime),
})

type Taken = { businessId: Id<'business'>; role: BusinessRole; staffId: Id<'staff'> | undefined }

/** Removes one that the person may still accept. */
export async function take(
  tx: Tx,
  now: Temporal.Instant,
  { id, personId }: { id: Id<'invitation'>; personId: Id<'person'> },
): Promise<Taken | undefined> {
  const row = await tx
    .deleteFrom('invitations')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('invited_at', '>', now.subtract(lifetime))
    .returning(['business_id', 'role', 'staff_id'])
    .executeTakeFirst()
  return (
    row && {
      businessId: row.business_id as Id<'business'>,
      role: row.role as BusinessRole,
      staffId: (row.staff_id ?? undefined) as Id<'staff'> | undefined,
    }
  )
}

/** Whether there was one. */
export async function withdraw(tx: Tx, id: Id<'invitation'>, businessId: Id<'business'>): Promise<boolean> {
  const its = tx.deleteFrom('invitations').where('id', '=', id).where('business_id', '=', businessId)
  return (await its.executeTakeFirstOrThrow()).numDeletedRows > 0n
}

export async function remove(tx: Tx, personId: Id<'person'>, businessId: Id<'business'>): Promise<void> {
  await tx.deleteFrom('invitations').where('person_id', '=', personId).where('business_id', '=', businessId).execute()
}
