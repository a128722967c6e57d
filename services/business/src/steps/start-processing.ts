import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { schedule } from '@buy-locals/service-kit/jobs'
import type { Id } from '@buy-locals/values/ids'
import { processPhotoJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'

/** The bytes of the photo have come, for the first time or again. False where there is no such photo any more. */
export async function startProcessing(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  photoId: Id<'photo'>,
): Promise<boolean> {
  const photo = await photos.lock(tx, photoId)
  if (photo?.status !== 'uploading') return photo !== undefined
  await photos.update(tx, { ...photo, status: 'processing', version: photo.version + 1 }, now)
  await schedule(tx, processPhotoJob, photoId, now, { photoId })
  return true
}
