import type { Transaction } from 'kysely'
import type { personChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
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

export async function insertGuest(tx: Tx, { id, name, email, phone, locale }: Guest): Promise<void> {
  const contact = { email: email ?? null, email_verified: false, phone: phone ?? null }
  await tx
    .insertInto('people')
    .values({ id, kind: 'guest', name, ...contact, locale, sequence: 1 })
    .execute()
}

/** Returns whether it was news. */
export function project(tx: Tx, { data, sequence }: Envelope<DataOf<typeof personChanged>>): Promise<boolean> {
  const { id, kind, name, email, emailVerified, locale } = data
  return upsertNewer(tx, 'people', ['id'], { id, kind, name, email, email_verified: emailVerified, locale, sequence })
}
