import type { Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { awaitFact } from '@buy-locals/service-kit/await-fact'
import { systemClock } from '@buy-locals/service-kit/clock'
import { createdAt, type Id } from '@buy-locals/values/ids'
import type { Business } from './domain/catalogue.ts'
import * as businesses from './persistence/businesses.ts'
import type { Database } from './persistence/database.ts'

/** One that was registered a moment ago may still be on its way here; an older one that is not known does not exist. */
export async function knownBusiness(db: Kysely<Database>, id: Id<'business'>): Promise<Business> {
  const known = await businesses.find(db, id)
  if (known) return known
  const isYoung = systemClock().epochMilliseconds - createdAt(id) < 60_000
  if (isYoung) return awaitFact(() => businesses.find(db, id))
  throw noBusiness(id)
}

export const noBusiness = (id: string) => new Problem('not-found', `There is no business ${id}`)
