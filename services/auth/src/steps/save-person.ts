import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { record } from '@buy-locals/service-kit/outbox'
import { newId } from '@buy-locals/values/ids'
import type { PersonRecord } from '../domain/person.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'

type Tx = Transaction<Database>

/** Undefined where the address has somebody already. */
export async function createPerson(
  tx: Tx,
  now: Temporal.Instant,
  input: Omit<PersonRecord, 'id' | 'version'>,
): Promise<PersonRecord | undefined> {
  const person = { ...input, id: newId('person'), version: 1 }
  if (!(await people.insert(tx, now, person))) return undefined
  await recordPerson(tx, now, person)
  return person
}

/** Stores the next version and publishes it. The person is locked. */
export async function savePerson(tx: Tx, now: Temporal.Instant, changed: PersonRecord): Promise<PersonRecord> {
  const person = { ...changed, version: changed.version + 1 }
  await people.update(tx, person)
  await recordPerson(tx, now, person)
  return person
}

export const recordPerson = (tx: Tx, now: Temporal.Instant, person: PersonRecord): Promise<void> =>
  record(tx, now, personChanged, person.id, person.version, person)
