import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { PersonRecord } from '../domain/person.ts'
import * as people from '../persistence/person-repository.ts'
import { savePerson } from '../steps/save-person.ts'

type Changes = { name?: string | undefined; locale?: string | undefined; timeZone?: string | undefined }

export async function changeMe(
  { db, clock }: Deps,
  personId: Id<'person'>,
  { name, locale, timeZone }: Changes,
): Promise<PersonRecord> {
  return db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, personId)
    const changes = { ...(name && { name }), ...(locale && { locale }), ...(timeZone && { timeZone }) }
    return savePerson(tx, clock(), { ...person, ...changes })
  })
}
