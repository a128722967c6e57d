import type { Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import { findProjected } from '@buy-locals/service-kit/find-projected'
import type { Id } from '@buy-locals/values/ids'
import type { Business } from './domain/catalogue.ts'
import * as businesses from './persistence/businesses.ts'
import type { Database } from './persistence/database.ts'

export const knownBusiness = (db: Kysely<Database>, id: Id<'business'>): Promise<Business> =>
  findProjected(id, () => businesses.find(db, id), noBusiness)

export const noBusiness = (id: string) => new Problem('not-found', `There is no business ${id}`)
