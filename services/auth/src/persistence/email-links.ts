import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export type LinkKind = 'verify-email' | 'reset-password'

type Tx = Transaction<Database>
type Link = { hash: string; kind: LinkKind; personId: Id<'person'>; expiresAt: Temporal.Instant }

/** Of a link only the hash of its token is kept. */
export async function insert(tx: Tx, { hash, kind, personId, expiresAt }: Link): Promise<void> {
  await tx.insertInto('email_links').values({ hash, kind, person_id: personId, expires_at: expiresAt }).execute()
}

/** Marks a link that is still good as used. Undefined of any other. */
export async function use(
  tx: Tx,
  now: Temporal.Instant,
  { hash, kind }: Pick<Link, 'hash' | 'kind'>,
): Promise<Id<'person'> | undefined> {
  const used = await tx
    .updateTable('email_links')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst()
  return used?.person_id as Id<'person'> | undefined
}

/** None of these links is good any more. */
export async function invalidate(tx: Tx, now: Temporal.Instant, kind: LinkKind, personId: Id<'person'>): Promise<void> {
  const ofPerson = tx.updateTable('email_links').where('person_id', '=', personId)
  await ofPerson.set({ used_at: now }).where('kind', '=', kind).where('used_at', 'is', null).execute()
}
