import { sql, type Kysely, type Transaction } from 'kysely'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { isErased } from '@buy-locals/service-kit/erasure'
import { exportLimit } from '@buy-locals/service-kit/export'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

/** A customer without an account. */
export type Guest = {
  id: Id<'person'>
  name: string
  email?: string | undefined
  phone?: string | undefined
  locale: string
}

export function toGuestRow({ id, name, email, phone, locale }: Guest) {
  const contact = { email: email ?? null, email_verified: false, phone: phone ?? null }
  return { id, kind: 'guest', name, ...contact, locale, sequence: 1 }
}

/** Returns whether it was news. */
export async function project(tx: Tx, { data, sequence }: Envelope<DataOf<typeof personChanged>>): Promise<boolean> {
  const { id, kind, name, email, emailVerified, locale } = data
  if (await isErased<Database>(tx, id)) return false
  const row = { id, kind, name, email, email_verified: emailVerified, locale, sequence }
  return (await upsertNewer(tx, 'people', ['id'], row)).length > 0
}

/** The guests who booked with the address that this account has verified. */
export async function findGuestsOf(tx: Tx, accountId: Id<'person'>): Promise<{ id: Id<'person'>; version: number }[]> {
  const rows = await tx
    .selectFrom('people as guest')
    .innerJoin('people as account', 'account.email', 'guest.email')
    .select(['guest.id', 'guest.sequence'])
    .where('guest.kind', '=', sql.lit('guest'))
    .where('account.id', '=', accountId)
    .where('account.kind', '=', sql.lit('account'))
    .where('account.email_verified', '=', true)
    .execute()
  return rows.map(({ id, sequence }) => ({ id: id as Id<'person'>, version: sequence }))
}

export async function findVersion(tx: Tx, id: Id<'person'>): Promise<number> {
  const row = await tx.selectFrom('people').select('sequence').where('id', '=', id).executeTakeFirst()
  return row?.sequence ?? 0
}

export async function remove(tx: Tx, id: Id<'person'>): Promise<void> {
  await tx.deleteFrom('people').where('id', '=', id).execute()
}

/** As an account, and as the guest who booked with its verified address. */
export async function listContactsOf(db: Kysely<Database>, accountId: Id<'person'>) {
  const account = db
    .selectFrom('people')
    .select('email')
    .where('id', '=', accountId)
    .where('kind', '=', sql.lit('account'))
    .where('email_verified', '=', true)
  return db
    .selectFrom('people')
    .select(['name', 'email', 'phone', 'locale'])
    .where((person) =>
      person.or([
        person('id', '=', accountId),
        person.and([person('kind', '=', sql.lit('guest')), person('email', '=', account)]),
      ]),
    )
    .limit(exportLimit)
    .execute()
}

/** How a guest who booked before wrote their name and addresses. */
export async function findContact(
  tx: Tx,
  id: Id<'person'>,
): Promise<Pick<Guest, 'name' | 'email' | 'phone'> | undefined> {
  const row = await tx.selectFrom('people').select(['name', 'email', 'phone']).where('id', '=', id).executeTakeFirst()
  return row && { name: row.name, email: row.email ?? undefined, phone: row.phone ?? undefined }
}

/** What the business has corrected; undefined where the guest is erased. */
export async function changeGuest(
  tx: Tx,
  id: Id<'person'>,
  changes: { name?: string; phone?: string | null },
): Promise<(Guest & { version: number }) | undefined> {
  const row = await tx
    .updateTable('people')
    .set((person) => ({ ...changes, sequence: person('sequence', '+', 1) }))
    .where('id', '=', id)
    .where('kind', '=', sql.lit('guest'))
    .returning(['name', 'email', 'phone', 'locale', 'sequence'])
    .executeTakeFirst()
  if (!row) return undefined
  const { name, email, phone, locale, sequence: version } = row
  return { id, name, email: email ?? undefined, phone: phone ?? undefined, locale, version }
}
