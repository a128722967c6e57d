import { sql, type Kysely, type Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Envelope, DataOf } from '@buy-locals/contracts/event'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import { maxMemberships } from '@buy-locals/contracts/auth/limits'
import type { BusinessRole, Role, Scope } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import { awaitProjection, isRecent } from './find-projected.ts'
import { projection, type Consumer } from './inbox.ts'
import type { Db, KitTables } from './kit-tables.ts'
import type { Actor } from './service.ts'

const ranks: Record<BusinessRole, number> = { staff: 1, manager: 2, owner: 3 }

type Membership = {
  personId: string
  scope: Scope
  role: Role | null
  sequence: number
  since?: Temporal.Instant | undefined
}

/** Keeps the highest version. With sequence 0 it gives a creator the role before auth's event arrives. */
export async function grant<DB extends KitTables>(
  tx: Kysely<DB> | Transaction<DB>,
  membership: Membership,
): Promise<void> {
  const { personId: person_id, scope, role, sequence, since = null } = membership
  await (tx as unknown as Db)
    .insertInto('memberships')
    .values({ person_id, scope, role, sequence, since })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'scope'])
        .doUpdateSet({ role, sequence, since: sql`coalesce(excluded.since, memberships.since)` })
        .where('memberships.sequence', '<=', sequence),
    )
    .execute()
}

export const project = <DB extends KitTables>(
  tx: Kysely<DB> | Transaction<DB>,
  { data: { personId, scope, role, since, version } }: Envelope<DataOf<typeof membershipChanged>>,
): Promise<void> =>
  grant(tx, { personId, scope, role, sequence: version, since: since ? Temporal.Instant.from(since) : undefined })

export const membershipConsumer = <DB extends KitTables>(db: Kysely<DB>, service: string): Consumer =>
  projection(db, `${service}.memberships`, membershipChanged, async (tx, events) => {
    for (const event of events) await project(tx, event)
  })

export async function roleOf<DB extends KitTables>(
  db: Kysely<DB>,
  personId: string,
  scope: Scope,
): Promise<Role | undefined> {
  const row = await (db as unknown as Db)
    .selectFrom('memberships')
    .select('role')
    .where('person_id', '=', personId)
    .where('scope', '=', scope)
    .executeTakeFirst()
  return row?.role ?? undefined
}

/** What somebody is to a business and to the market that it is in. */
export async function rolesAt<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  { businessId, marketId }: { businessId: Id<'business'>; marketId: Id<'market'> },
): Promise<{ role: Role | undefined; isOperator: boolean }> {
  const roles = await rolesOf(db, actor, [businessId, marketId, 'platform'])
  return { role: roles.get(businessId), isOperator: operates(roles, marketId) }
}

async function rolesOf<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  scopes: readonly Scope[],
): Promise<Map<string, Role | undefined>> {
  if (!actor) return new Map()
  const rows = await (db as unknown as Db)
    .selectFrom('memberships')
    .select(['scope', 'role'])
    .where('person_id', '=', actor.id)
    .where('scope', '=', sql<Scope>`any(${scopes})`)
    .execute()
  return new Map(rows.map(({ scope, role }) => [scope, isInForce(actor, role) ? role : undefined]))
}

const ofOperators: readonly (Role | null)[] = ['operator', 'admin']

/** Without a second factor, where operators need one, nobody is one. */
const isInForce = ({ lacksSecondFactor }: Actor, role: Role | null): role is Role =>
  role !== null && !(lacksSecondFactor && ofOperators.includes(role))

/** The operator of that market, or an admin. */
const operates = (roles: ReadonlyMap<string, Role | undefined>, marketId: Id<'market'>): boolean =>
  roles.get(marketId) === 'operator' || roles.get('platform') === 'admin'

/** Of two that begin at once the second counts the first. */
export async function refuseTooManyMemberships<DB extends KitTables>(
  tx: Transaction<DB>,
  personId: Id<'person'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`memberships ${personId}`}, 0))`.execute(tx)
  const own = (tx as unknown as Db).selectFrom('memberships').where('person_id', '=', personId)
  const { count } = await own
    .where('role', 'is not', null)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count < maxMemberships) return
  throw new Problem('limit-reached', `A person belongs to at most ${maxMemberships} businesses and markets`, {
    rule: 'max-memberships',
    max: maxMemberships,
  })
}

/** Every business has an owner. Waits for the first membership of a recent business, because its owner may be the caller. */
async function awaitMembers<DB extends KitTables>(db: Kysely<DB>, businessId: Id<'business'>): Promise<void> {
  if (!isRecent(businessId)) return
  const anyMember = (db as unknown as Db)
    .selectFrom('memberships')
    .select('role')
    .where('scope', '=', businessId)
    .limit(1)
  await awaitProjection(() => anyMember.executeTakeFirst())
}

/** When they first became a member there; undefined where that is not known. */
export async function memberSince<DB extends KitTables>(
  db: Kysely<DB>,
  personId: string,
  scope: Scope,
): Promise<Temporal.Instant | undefined> {
  const row = await (db as unknown as Db)
    .selectFrom('memberships')
    .select('since')
    .where('person_id', '=', personId)
    .where('scope', '=', scope)
    .executeTakeFirst()
  return row?.since ?? undefined
}

/** Answers 404 to a stranger and 403 to a member whose role does not suffice. */
export async function requireMember<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  businessId: Id<'business'>,
  atLeast: BusinessRole,
): Promise<BusinessRole> {
  if (!actor) throw new Problem('unauthenticated', 'Sign in to do this')
  const early = await roleOf(db, actor.id, businessId)
  if (!early) await awaitMembers(db, businessId)
  const role = early ?? (await roleOf(db, actor.id, businessId))
  if (!isBusinessRole(role)) throw new Problem('not-found', 'There is no such thing')
  if (ranks[role] < ranks[atLeast]) throw new Problem('forbidden', `This takes the role ${atLeast}`)
  return role
}

export async function isMember<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  businessId: Id<'business'>,
  atLeast: BusinessRole = 'staff',
): Promise<boolean> {
  const role = actor && (await roleOf(db, actor.id, businessId))
  return isBusinessRole(role) && ranks[role] >= ranks[atLeast]
}

export async function isOperator<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  marketId: Id<'market'>,
): Promise<boolean> {
  return operates(await rolesOf(db, actor, [marketId, 'platform']), marketId)
}

/** Also of whoever lacks the second factor that it takes here. */
export async function hasOperatorRole<DB extends KitTables>(
  db: Kysely<DB> | Transaction<DB>,
  personId: string,
): Promise<boolean> {
  const roles = (db as unknown as Db).selectFrom('memberships').select('role').where('person_id', '=', personId)
  return (await roles.where('role', 'in', ['operator', 'admin']).executeTakeFirst()) !== undefined
}

export async function isAdmin<DB extends KitTables>(db: Kysely<DB>, actor: Actor | undefined): Promise<boolean> {
  return (await rolesOf(db, actor, ['platform'])).get('platform') === 'admin'
}

/** Answers 404 to anybody else. */
export async function requireAdmin<DB extends KitTables>(db: Kysely<DB>, actor: Actor | undefined): Promise<void> {
  if (await isAdmin(db, actor)) return
  if (actor?.lacksSecondFactor && (await isAdmin(db, { id: actor.id }))) throw secondFactorRequired()
  throw new Problem('not-found', 'There is no such thing')
}

const secondFactorRequired = () =>
  new Problem('auth/second-factor-required', 'Whoever operates a market signs in with a second factor: turn it on')

/** Without a market: an operator of any market, and the service checks of which. Answers 403 to a member of the business concerned and 404 to anybody else. */
export async function requireOperator<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  marketId: Id<'market'> | undefined,
  businessId?: Id<'business'>,
  authorId?: Id<'person'>,
): Promise<void> {
  if (!actor) throw new Problem('unauthenticated', 'Sign in to do this')
  const { lacksSecondFactor, ...confirmed } = actor
  const isAllowed = marketId ? await isOperator(db, confirmed, marketId) : await hasOperatorRole(db, actor.id)
  if (isAllowed && lacksSecondFactor) throw secondFactorRequired()
  if (isAllowed) return
  if (actor.id === authorId || (businessId && (await isMember(db, actor, businessId))))
    throw new Problem('forbidden', 'This takes the operator')
  throw new Problem('not-found', 'There is no such thing')
}

export type Member = { personId: Id<'person'>; role: Role }

/** Everyone with a role in one of these, of any rank. */
export async function membersOf<DB extends KitTables>(
  db: Kysely<DB> | Transaction<DB>,
  scopes: readonly Scope[],
): Promise<ReadonlyMap<string, readonly Member[]>> {
  if (scopes.length === 0) return new Map()
  const rows = await (db as unknown as Db)
    .selectFrom('memberships')
    .select(['scope', 'person_id as personId', 'role'])
    .where('scope', '=', sql<string>`any(${scopes})`)
    .where('role', 'is not', null)
    .execute()
  return Map.groupBy(rows as (Member & { scope: string })[], ({ scope }) => scope)
}

const isBusinessRole = (role: Role | undefined): role is BusinessRole =>
  role === 'staff' || role === 'manager' || role === 'owner'
