import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

export type LinkKind = 'verify-email' | 'reset-password' | 'change-email'

type Tx = Transaction<Database>
type Link = {
  hash: string
  kind: LinkKind
  personId: Id<'person'>
  expiresAt: Temporal.Instant
  newEmail?: string | null
}

export type Used = { personId: Id<'person'>; newEmail: string | undefined }

/** Of a link only the hash of its token is kept. */
export async function insert(tx: Tx, { hash, kind, personId, expiresAt, newEmail = null }: Link): Promise<void> {
  const row = { hash, kind, person_id: personId, expires_at: expiresAt, new_email: newEmail }
  await tx.insertInto('email_links').values(row).execute()
}

/** Marks a link that is still good as used. Undefined of any other. */
export async function use(
  tx: Tx,
  now: Temporal.Instant,
  { hash, kind }: Pick<Link, 'hash' | 'kind'>,
): Promise<Used | undefined> {
  const used = await tx
    .updateTable('email_links')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['person_id', 'new_email'])
    .executeTakeFirst()
  return used && { personId: used.person_id as Id<'person'>, newEmail: used.new_email ?? undefined }
}

/** What it was used for could not be done: until it is out of date it is good for the next try. */
export async function reopen(tx: Tx, { hash, kind }: Pick<Link, 'hash' | 'kind'>): Promise<void> {
  const link = tx.updateTable('email_links').where('hash', '=', hash).where('kind', '=', kind)
  await link.set({ used_at: null }).execute()
}

/** None of these links is good any more. */
export async function invalidate(tx: Tx, now: Temporal.Instant, kind: LinkKind, personId: Id<'person'>): Promise<void> {
  const ofPerson = tx.updateTable('email_links').where('person_id', '=', personId)
  await ofPerson.set({ used_at: now }).where('kind', '=', kind).where('used_at', 'is', null).execute()
}

/** Nor any other: of whoever may have asked for one with a password that has been replaced. */
export async function invalidateAll(tx: Tx, now: Temporal.Instant, personId: Id<'person'>): Promise<void> {
  const ofPerson = tx.updateTable('email_links').where('person_id', '=', personId)
  await ofPerson.set({ used_at: now }).where('used_at', 'is', null).execute()
}
