import type { Kysely, Transaction } from 'kysely'
import { decrypt, encrypt } from '@buy-locals/service-kit/encryption'
import type { Database } from './database.ts'

type GuestLink = { bookingId: string; personId: string; token: string }

/** The token can be read with the secret alone, which no table has. */
export async function insert(
  tx: Transaction<Database>,
  secret: string,
  { bookingId, personId, token }: GuestLink,
): Promise<void> {
  await tx
    .insertInto('guest_links')
    .values({ booking_id: bookingId, person_id: personId, token: encrypt(secret, token) })
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
