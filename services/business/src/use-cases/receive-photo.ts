import type { Deps } from '../deps.ts'
import { photoOfKey } from '../domain/photo.ts'
import { startProcessing } from '../steps/start-processing.ts'

/** The bytes under that key have been stored. What was deleted in the meantime leaves none. */
export async function receivePhoto({ db, clock, media }: Pick<Deps, 'db' | 'clock' | 'media'>, key: string) {
  const photoId = photoOfKey(key)
  const now = clock()
  const exists = photoId && (await db.transaction().execute((tx) => startProcessing(tx, now, photoId)))
  if (!exists) await media.remove([key])
}
