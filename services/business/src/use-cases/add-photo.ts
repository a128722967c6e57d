import type { Transaction } from 'kysely'
import type { Body, Output } from '@buy-locals/contracts/operation'
import type { addPhoto as operation } from '@buy-locals/contracts/business/operations'
import { maxPhotos } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { schedule } from '@buy-locals/service-kit/jobs'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { originalKey, toOwnPhoto, type Photo } from '../domain/photo.ts'
import { processPhotoJob } from '../jobs.ts'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'

type Added = Output<typeof operation>
type Command = Body<typeof operation> & { businessId: Id<'business'> }

/** `keep` stores the response with it. */
export async function addPhoto(
  { db, clock, throttle, photoUploads, media }: Deps,
  { businessId, contentType, bytes, alt }: Command,
  keep: (tx: Transaction<Database>, added: Added) => Promise<void>,
): Promise<Added> {
  await throttle.consume('add-photo', businessId, photoUploads)
  const now = clock()
  const photo = toNew(businessId, alt)
  const upload = await media.signUpload({
    ...{ key: originalKey(photo.id), contentType, bytes },
    expiresAt: now.add({ hours: 1 }),
  })
  return db.transaction().execute(async (tx) => {
    const { status } = await businesses.lock(tx, businessId)
    if (status === 'closed') throw new Problem('business/wrong-state', 'It is closed', { state: status })
    const others = await photos.listOf(tx, businessId)
    if (others.filter((other) => other.status !== 'refused').length >= maxPhotos)
      throw new Problem('limit-reached', `A business has at most ${maxPhotos} photos`, {
        ...{ rule: 'max-photos', max: maxPhotos },
      })
    await photos.insert(tx, photo, now)
    const added = { photo: toOwnPhoto(photo), upload }
    await keep(tx, added)
    await schedule(tx, processPhotoJob, photo.id, now.add({ seconds: 2 }), { photoId: photo.id, since: now.toString() })
    return added
  })
}

const toNew = (businessId: Id<'business'>, alt: string): Photo => ({
  ...{ id: newId('photo'), businessId, status: 'uploading', alt, version: 1 },
  ...{ refusal: undefined, shown: undefined, files: [] },
})
