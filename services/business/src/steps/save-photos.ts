import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { toShownPhotos } from '@buy-locals/media/photos/photo'
import { showPhotos, type FullBusiness } from '../domain/business.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'
import { saveBusiness } from './save-business.ts'

/** Of a business that is locked: what the public sees is what its photos are now. Those of its services and staff are in no profile, but the event makes copies of what is shown outdated. */
export async function savePhotos(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  business: FullBusiness,
  subject: photos.Subject = business.id,
): Promise<void> {
  const shown = toShownPhotos(await photos.listOf(tx, business.id))
  if (subject !== business.id || !isDeepStrictEqual(shown, business.photos))
    await saveBusiness(tx, now, showPhotos(business, shown))
}
