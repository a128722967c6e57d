import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/people.ts'

type Changes = { name?: string | undefined; locale?: string | undefined; timeZone?: string | undefined }

export async function changeMe(
  { db, clock }: Deps,
  personId: Id<'person'>,
  { name, locale, timeZone }: Changes,
): Promise<people.Known> {
  return db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, personId)
    return people.update(tx, clock(), {
      ...person,
      ...(name && { name }),
      ...(locale && { locale }),
      ...(timeZone && { timeZone }),
    })
  })
}
