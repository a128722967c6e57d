import { schedule } from '@buy-locals/service-kit/jobs'
import type { Deps } from '../deps.ts'
import { photoOfKey } from '../domain/photo.ts'
import { processPhotoJob } from '../jobs.ts'
import * as photos from '../persistence/photo-repository.ts'

/** The bytes under that key have been stored, for the first time or again. What was deleted in the meantime leaves none. */
export async function receivePhoto({ db, clock, media }: Pick<Deps, 'db' | 'clock' | 'media'>, key: string) {
  const photoId = photoOfKey(key)
  const now = clock()
  const exists = await db.transaction().execute(async (tx) => {
    const photo = photoId && (await photos.lock(tx, photoId))
    if (photo?.status !== 'uploading') return photo !== undefined
    await photos.update(tx, { ...photo, status: 'processing', version: photo.version + 1 }, now)
    await schedule(tx, processPhotoJob, photo.id, now, { photoId: photo.id })
    return true
  })
  if (!exists) await media.remove([key])
}
