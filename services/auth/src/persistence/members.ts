import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import type { BusinessRole, Role } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import { audit } from '@buy-locals/service-kit/audit'
import type { Scope } from '@buy-locals/contracts/auth/shapes'
import { grant } from '@buy-locals/service-kit/memberships'
import { record } from '@buy-locals/service-kit/outbox'
import type { Database } from './database.ts'

/** The kit's own table is the truth here; everywhere else it is a copy of what this says. */
export async function set(
  tx: Transaction<Database>,
  at: Temporal.Instant,
  by: string,
  { personId, scope, role }: { personId: Id<'person'>; scope: Scope; role: Role | null },
): Promise<void> {
  const known = await lock(tx, personId, scope)
  if (known?.role === role || (!known && role === null)) return
  const version = (known?.sequence ?? 0) + 1
  await grant(tx, { personId, scope, role, sequence: version })
  await record(tx, at, membershipChanged, `${personId} ${scope}`, version, { personId, scope, role, version })
  await audit(tx, at, {
    actor: by,
    action: 'membership.changed',
    subject: `${personId} ${scope}`,
    before: { role: known?.role ?? null },
    after: { role },
  })
}

const lock = (tx: Transaction<Database>, personId: string, scope: Scope) =>
  tx
    .selectFrom('memberships')
    .select(['role', 'sequence'])
    .where('person_id', '=', personId)
    .where('scope', '=', scope)
    .forUpdate()
    .executeTakeFirst()

/** Locked, so that of two who remove the last two owners one is refused. */
export async function lockOwners(tx: Transaction<Database>, businessId: Id<'business'>): Promise<string[]> {
  const owners = tx
    .selectFrom('memberships')
    .select('person_id')
    .where('scope', '=', businessId)
    .where('role', '=', 'owner')
  return (await owners.orderBy('person_id').forUpdate().execute()).map((row) => row.person_id)
}

export async function invite(
  tx: Transaction<Database>,
  at: Temporal.Instant,
  personId: string,
  businessId: string,
  role: BusinessRole,
): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({ person_id: personId, business_id: businessId, role, invited_at: at })
    .onConflict((conflict) => conflict.columns(['person_id', 'business_id']).doUpdateSet({ role, invited_at: at }))
    .execute()
}

const invitationsLast = { hours: 30 * 24 }

export async function forgetInvitations(db: Kysely<Database>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('invitations').where('invited_at', '<=', now.subtract(invitationsLast)).execute()
}

export async function withdraw(tx: Transaction<Database>, personId: string, businessId: string): Promise<boolean> {
  const ofBoth = tx.deleteFrom('invitations').where('person_id', '=', personId).where('business_id', '=', businessId)
  return (await ofBoth.executeTakeFirstOrThrow()).numDeletedRows > 0n
}

export async function acceptInvitations(
  tx: Transaction<Database>,
  at: Temporal.Instant,
  personId: Id<'person'>,
): Promise<void> {
  const open = await tx
    .deleteFrom('invitations')
    .where('person_id', '=', personId)
    .where('invited_at', '>', at.subtract(invitationsLast))
    .returningAll()
    .execute()
  for (const { business_id, role } of open.sort((a, b) => (a.business_id < b.business_id ? -1 : 1))) {
    await set(tx, at, personId, { personId, scope: business_id as Scope, role: role as Role })
  }
}

type Member = {
  personId?: Id<'person'>
  name?: string
  email: string
  role: BusinessRole
  status: 'active' | 'invited'
}

export async function list(db: Kysely<Database>, businessId: Id<'business'>): Promise<Member[]> {
  const active = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['people.id', 'people.name', 'people.email', 'role'])
    .where('scope', '=', businessId)
    .where('role', 'is not', null)
    .orderBy('people.id')
    .execute()
  const invited = await db
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.person_id')
    .select(['people.id', 'people.email', 'role'])
    .where('business_id', '=', businessId)
    .orderBy('invited_at')
    .execute()
  return [
    ...active.map(({ id, name, email, role }) => ({
      personId: id as Id<'person'>,
      name,
      email,
      role: role as BusinessRole,
      status: 'active' as const,
    })),
    ...invited.map(({ id, email, role }) => ({
      personId: id as Id<'person'>,
      email,
      role: role as BusinessRole,
      status: 'invited' as const,
    })),
  ]
}

export async function of(db: Kysely<Database>, personId: Id<'person'>): Promise<{ scope: Scope; role: Role }[]> {
  const mine = db.selectFrom('memberships').select(['scope', 'role']).where('person_id', '=', personId)
  const rows = await mine.where('role', 'is not', null).orderBy('scope').execute()
  return rows.flatMap(({ scope, role }) => (role ? [{ scope: scope as Scope, role }] : []))
}
