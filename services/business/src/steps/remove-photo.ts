import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { cancelJob, schedule } from '@buy-locals/service-kit/jobs'
import { originalKey, type Photo } from '../domain/photo.ts'
import { processPhotoJob, removeFilesJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'

/** Its row now, its files then. */
export async function removePhoto(
  tx: Transaction<Database>,
  { id, files }: Photo,
  filesGoAt: Temporal.Instant,
): Promise<void> {
  await photos.remove(tx, id)
  await cancelJob(tx, processPhotoJob, id)
  await schedule(tx, removeFilesJob, id, filesGoAt, { keys: [originalKey(id), ...files] })
}
