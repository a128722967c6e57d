import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { showPhotos, type FullBusiness } from '../domain/business.ts'
import { toShownPhotos } from '../domain/photo.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'
import { saveBusiness } from './save-business.ts'

/** Of a business that is locked: what the public sees is what its photos are now. */
export async function savePhotos(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  business: FullBusiness,
): Promise<void> {
  const shown = toShownPhotos(await photos.listOf(tx, business.id))
  if (!isDeepStrictEqual(shown, business.photos)) await saveBusiness(tx, now, showPhotos(business, shown))
}
