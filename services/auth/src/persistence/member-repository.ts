import type { Temporal } from 'temporal-polyfill'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { membershipChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf } from '@buy-locals/contracts/event'
import type { BusinessRole, Role, Scope } from '@buy-locals/contracts/auth/shapes'
import { id, type Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function lock(
  tx: Tx,
  personId: Id<'person'>,
  scope: Scope,
): Promise<{ role: Role | null; sequence: number; since: Temporal.Instant | null } | undefined> {
  return tx
    .selectFrom('memberships')
    .select(['role', 'sequence', 'since'])
    .where('person_id', '=', personId)
    .where('scope', '=', scope)
    .forUpdate()
    .executeTakeFirst()
}

/** Locked, so that of two who remove the last two owners one is refused. */
export async function lockOwners(tx: Tx, businessId: Id<'business'>): Promise<string[]> {
  const owners = tx
    .selectFrom('memberships')
    .select('person_id')
    .where('scope', '=', businessId)
    .where('role', '=', 'owner')
  return (await owners.orderBy('person_id').forUpdate().execute()).map((row) => row.person_id)
}

export async function lockAdmins(tx: Tx): Promise<string[]> {
  const admins = tx
    .selectFrom('memberships')
    .select('person_id')
    .where('scope', '=', 'platform')
    .where('role', '=', 'admin')
  return (await admins.orderBy('person_id').forUpdate().execute()).map((row) => row.person_id)
}

export async function listOfPerson(db: Db, personId: Id<'person'>): Promise<{ scope: Scope; role: Role }[]> {
  const mine = db.selectFrom('memberships').select(['scope', 'role']).where('person_id', '=', personId)
  const rows = await mine.where('role', 'is not', null).orderBy('scope').execute()
  return rows.flatMap(({ scope, role }) => (role ? [{ scope: scope as Scope, role }] : []))
}

/** Ended ones too. */
export async function all(db: Db): Promise<DataOf<typeof membershipChanged>[]> {
  const rows = await db
    .selectFrom('memberships')
    .leftJoin('realtime_epochs', 'realtime_epochs.business_id', 'memberships.scope')
    .selectAll('memberships')
    .select('epoch')
    .execute()
  return rows.map(({ person_id, scope, role, sequence: version, since, epoch }) => ({
    ...{ personId: person_id as Id<'person'>, scope: scope as Scope },
    ...{
      role,
      since: since ? toSecond(since) : undefined,
      epoch: id('business').safeParse(scope).success ? (epoch ?? 0) : undefined,
      version,
    },
  }))
}

export async function hasAdmin(db: Db): Promise<boolean> {
  const admins = db.selectFrom('memberships').select('role').where('scope', '=', 'platform').where('role', '=', 'admin')
  return (await admins.executeTakeFirst()) !== undefined
}

/** Members of a business and those who are invited, but for one person. */
export async function countOthers(tx: Tx, businessId: Id<'business'>, personId: Id<'person'>): Promise<number> {
  const { members, invited } = await tx
    .selectNoFrom((from) => [
      from.selectFrom('memberships').select(sql<number>`count(*)::integer`.as('rows')).where('scope', '=', businessId).where('role', 'is not', null).where('person_id', '<>', personId).as('members'),
      from.selectFrom('invitations').select(sql<number>`count(*)::integer`.as('rows')).where('business_id', '=', businessId).where('person_id', '<>', personId).as('invited'),
    ])
    .executeTakeFirstOrThrow() // prettier-ignore
  return (members ?? 0) + (invited ?? 0)
}

/** Who answers for it. */
export async function listOwners(db: Db, businessId: Id<'business'>) {
  const owners = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['people.id', 'people.name', 'people.email'])
    .where('scope', '=', businessId)
    .where('role', '=', 'owner')
    .orderBy('people.id')
    .execute()
  return owners.map(({ id, name, email }) => ({ personId: id as Id<'person'>, name, email }))
}

type Member = {
  personId?: Id<'person'>
  invitationId?: Id<'invitation'>
  name?: string
  email: string
  role: BusinessRole
  status: 'active' | 'invited'
}

export async function list(db: Db, businessId: Id<'business'>): Promise<Member[]> {
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
    .select(['invitations.id', 'people.email', 'role'])
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
      invitationId: id as Id<'invitation'>,
      email,
      role: role as BusinessRole,
      status: 'invited' as const,
    })),
  ]
}
