import type { Kysely, Transaction } from 'kysely'
import { decrypt, encrypt } from '@buy-locals/service-kit/encryption'
import type { Database } from './database.ts'

type GuestLink = { bookingId: string; personId: string; token: string }

/** The token can be read with the secret alone, which no table has. */
export async function insert(db: Kysely<Database>, secret: string, links: readonly GuestLink[]): Promise<void> {
  const rows = links.map(({ bookingId, personId, token }) => ({
    ...{ booking_id: bookingId, person_id: personId, token: encrypt(secret, token) },
  }))
  await db
    .insertInto('guest_links')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function findToken(
  db: Kysely<Database>,
  secret: string,
  { bookingId, personId }: Pick<GuestLink, 'bookingId' | 'personId'>,
): Promise<string | undefined> {
  const links = db.selectFrom('guest_links').select('token').where('booking_id', '=', bookingId)
  const row = await links.where('person_id', '=', personId).executeTakeFirst()
  return row && decrypt(secret, row.token)
}

export async function removeOfPerson(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx.deleteFrom('guest_links').where('person_id', '=', personId).execute()
}
