import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { PersonRecord } from '../domain/person.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'
import { createPerson, savePerson } from './save-person.ts'

/** A new account. Whoever was invited keeps the id under which they were; undefined where the address has an account. */
export async function claimAddress(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  account: Omit<PersonRecord, 'id' | 'version'>,
): Promise<PersonRecord | undefined> {
  const created = await createPerson(tx, now, account)
  if (created) return created
  const found = await people.findByEmail(tx, account.email)
  const locked = found && (await people.lock(tx, found.id))
  return locked?.kind === 'invited' ? savePerson(tx, now, { ...locked, ...account }) : undefined
}
