import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { Id } from '@buy-locals/values/ids'
import { record } from '@buy-locals/service-kit/outbox'
import type { Database } from './database.ts'

export type Guest = {
  id: Id<'person'>
  name: string
  email?: string | undefined
  phone?: string | undefined
  locale: string
}

/** A person without an account. Where there is an address to write to, it is said: the one event with contact data. */
export async function addGuest(tx: Transaction<Database>, now: Temporal.Instant, guest: Guest): Promise<void> {
  const { id, name, email, phone, locale } = guest
  await tx
    .insertInto('people')
    .values({
      id,
      kind: 'guest',
      name,
      email: email ?? null,
      email_verified: false,
      phone: phone ?? null,
      locale,
      sequence: 1,
    })
    .execute()
  if (!email) return
  const fact = { id, kind: 'guest' as const, name, email, emailVerified: false, locale, version: 1 }
  await record(tx, now, personChanged, id, 1, fact)
}

/** Returns whether it was news. */
export async function project(
  tx: Transaction<Database>,
  { data, sequence }: Envelope<DataOf<typeof personChanged>>,
): Promise<boolean> {
  const { kind, name, email, emailVerified, locale } = data
  const row = { kind, name, email, email_verified: emailVerified, locale, sequence }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('people')
    .values({ id: data.id, phone: null, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('people.sequence', '<', sequence))
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
