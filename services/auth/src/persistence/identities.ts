import type { Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { ProviderId } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { ProviderIdentity } from '../providers.ts'
import type { Database } from './database.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

type Key = Pick<ProviderIdentity, 'issuer' | 'subject'>

/** Whose it is. */
export async function findPerson(db: Db, { issuer, subject }: Key): Promise<Id<'person'> | undefined> {
  const found = db.selectFrom('identities').select('person_id').where('issuer', '=', issuer)
  return (await found.where('subject', '=', subject).executeTakeFirst())?.person_id as Id<'person'> | undefined
}

type Link = Key & { personId: Id<'person'>; provider: ProviderId; email: string | undefined }

/** False where it is somebody's already, or the person comes by this provider as somebody else. */
export async function insert(tx: Tx, now: Temporal.Instant, link: Link): Promise<boolean> {
  const { issuer, subject, personId: person_id, provider, email = null } = link
  const inserted = await tx
    .insertInto('identities')
    .values({ issuer, subject, person_id, provider, email, linked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function listOfPerson(db: Db, personId: Id<'person'>) {
  const own = db.selectFrom('identities').select(['provider', 'email', 'linked_at']).where('person_id', '=', personId)
  return (await own.orderBy('provider').execute()).map(({ provider, email, linked_at: linkedAt }) => ({
    ...{ id: provider as ProviderId, linkedAt },
    ...(email !== null && { email }),
  }))
}

export async function remove(tx: Tx, personId: Id<'person'>, provider: ProviderId): Promise<boolean> {
  const own = tx.deleteFrom('identities').where('person_id', '=', personId).where('provider', '=', provider)
  return (await own.returning('provider').executeTakeFirst()) !== undefined
}
