import type { Kysely, Transaction } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import type { Envelope, DataOf } from '@buy-locals/contracts/event'
import { membershipChanged } from '@buy-locals/contracts/auth/events'
import type { Id } from '@buy-locals/values/ids'
import { awaitProjection } from './find-projected.ts'
import { consumer, type Consumer } from './inbox.ts'
import type { Db, KitTables } from './kit-tables.ts'
import { isRecent } from './find-projected.ts'
import type { Actor } from './service.ts'

export type Rank = 'staff' | 'manager' | 'owner'
export type Role = Rank | 'operator' | 'admin'
/** Where a role holds: a business, a market, or everywhere. */
export type Scope = Id<'business'> | Id<'market'> | 'platform'

const ranks: Record<Rank, number> = { staff: 1, manager: 2, owner: 3 }

type Membership = { personId: string; scope: Scope; role: Role | null; sequence: number }

/** Knows the highest version it was told. `grant` with sequence 0 gives a creator the role before auth has said so. */
export async function grant<DB extends KitTables>(tx: Transaction<DB>, membership: Membership): Promise<void> {
  const { personId: person_id, scope, role, sequence } = membership
  await (tx as unknown as Db)
    .insertInto('memberships')
    .values({ person_id, scope, role, sequence })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'scope'])
        .doUpdateSet({ role, sequence })
        .where('memberships.sequence', '<', sequence),
    )
    .execute()
}

export const project = <DB extends KitTables>(
  tx: Transaction<DB>,
  { data: { personId, scope, role, version } }: Envelope<DataOf<typeof membershipChanged>>,
): Promise<void> => grant(tx, { personId, scope, role, sequence: version })

export const membershipConsumer = <DB extends KitTables>(db: Kysely<DB>, service: string): Consumer =>
  consumer(db, `${service}.memberships`, membershipChanged, project)

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

/** Every business has an owner. One that was registered a moment ago and has nobody yet is waited for: its owner may be the one who asks. */
async function membersArrived<DB extends KitTables>(db: Kysely<DB>, businessId: Id<'business'>): Promise<void> {
  if (!isRecent(businessId)) return
  const anybody = (db as unknown as Db)
    .selectFrom('memberships')
    .select('role')
    .where('scope', '=', businessId)
    .limit(1)
  await awaitProjection(() => anybody.executeTakeFirst())
}

/** A stranger is told that there is no such thing; a member of too low a rank, that it is not allowed. */
export async function requireMember<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  businessId: Id<'business'>,
  atLeast: Rank,
): Promise<Rank> {
  if (!actor) throw new Problem('unauthenticated', 'Sign in to do this')
  const known = await roleOf(db, actor.id, businessId)
  if (!known) await membersArrived(db, businessId)
  const role = known ?? (await roleOf(db, actor.id, businessId))
  if (!isRank(role)) throw new Problem('not-found', 'There is no such thing')
  if (ranks[role] < ranks[atLeast]) throw new Problem('forbidden', `This takes the role ${atLeast}`)
  return role
}

export async function isMember<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  businessId: Id<'business'>,
  atLeast: Rank = 'staff',
): Promise<boolean> {
  const role = actor && (await roleOf(db, actor.id, businessId))
  return isRank(role) && ranks[role] >= ranks[atLeast]
}

/** The operator of that market, or an admin. */
export async function isOperator<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  marketId: Id<'market'>,
): Promise<boolean> {
  if (!actor) return false
  return (await roleOf(db, actor.id, marketId)) === 'operator' || (await isAdmin(db, actor))
}

async function isOperatorSomewhere(db: Db, { id }: Actor): Promise<boolean> {
  const roles = db.selectFrom('memberships').select('role').where('person_id', '=', id)
  return (await roles.where('role', 'in', ['operator', 'admin']).executeTakeFirst()) !== undefined
}

export async function isAdmin<DB extends KitTables>(db: Kysely<DB>, actor: Actor | undefined): Promise<boolean> {
  return actor !== undefined && (await roleOf(db, actor.id, 'platform')) === 'admin'
}

/** Without a market: of any. Which one, only the thing concerned can tell. A member of the business concerned is told that the role does not suffice, anybody else that there is no such thing. */
export async function requireOperator<DB extends KitTables>(
  db: Kysely<DB>,
  actor: Actor | undefined,
  marketId: Id<'market'> | undefined,
  businessId?: Id<'business'>,
): Promise<void> {
  if (!actor) throw new Problem('unauthenticated', 'Sign in to do this')
  const is = marketId ? await isOperator(db, actor, marketId) : await isOperatorSomewhere(db as unknown as Db, actor)
  if (is) return
  if (businessId && (await isMember(db, actor, businessId))) throw new Problem('forbidden', 'This takes the operator')
  throw new Problem('not-found', 'There is no such thing')
}

/** Everyone with a role there, of any rank. */
export async function membersOf<DB extends KitTables>(
  db: Kysely<DB>,
  scope: Scope,
): Promise<{ personId: Id<'person'>; role: Role }[]> {
  const rows = await (db as unknown as Db)
    .selectFrom('memberships')
    .select(['person_id', 'role'])
    .where('scope', '=', scope)
    .where('role', 'is not', null)
    .execute()
  return rows.flatMap(({ person_id, role }) => (role ? [{ personId: person_id as Id<'person'>, role }] : []))
}

const isRank = (role: Role | undefined): role is Rank => role === 'staff' || role === 'manager' || role === 'owner'
