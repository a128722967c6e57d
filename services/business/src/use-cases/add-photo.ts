import type { Transaction } from 'kysely'
import type { Body, Output } from '@buy-locals/contracts/operation'
import type { addPhoto as operation } from '@buy-locals/contracts/business/operations'
import { maxDetailPhotos, maxPhotos, maxPhotosOfDetail } from '@buy-locals/contracts/business/shapes'
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
  { businessId, of, contentType, bytes, alt }: Command,
  keep: (tx: Transaction<Database>, added: Added) => Promise<void>,
): Promise<Added> {
  await throttle.consume('add-photo', businessId, photoUploads)
  const now = clock()
  const photo = toNew({ businessId, subject: of ?? businessId, alt })
  const upload = await media.signUpload({
    ...{ key: originalKey(photo.id), contentType, bytes },
    expiresAt: now.add({ hours: 1 }),
  })
  return db.transaction().execute(async (tx) => {
    const { status } = await businesses.lock(tx, businessId)
    if (status === 'closed') throw new Problem('business/wrong-state', 'It is closed', { state: status })
    refuseTooMany(photo, await photos.listAllOf(tx, businessId))
    await photos.insert(tx, photo, now)
    const added = { photo: toOwnPhoto(photo), upload }
    await keep(tx, added)
    await schedule(tx, processPhotoJob, photo.id, now.add({ seconds: 2 }), { photoId: photo.id, since: now.toString() })
    return added
  })
}

/** Of the business, of each of its services and staff, and of all of those together. */
function refuseTooMany({ subject, businessId }: Photo, all: readonly Photo[]): void {
  const others = all.filter(({ status }) => status !== 'refused')
  const isOfBusiness = subject === businessId
  const max = isOfBusiness ? maxPhotos : maxPhotosOfDetail
  if (others.filter((other) => other.subject === subject).length >= max)
    throw new Problem('limit-reached', `There can be ${max}`, { rule: 'max-photos', max })
  const ofDetails = others.filter((other) => other.subject !== businessId).length
  if (!isOfBusiness && ofDetails >= maxDetailPhotos)
    throw new Problem('limit-reached', `Services and staff have at most ${maxDetailPhotos} photos`, {
      ...{ rule: 'max-photos', max: maxDetailPhotos },
    })
}

const toNew = (of: Pick<Photo, 'businessId' | 'subject' | 'alt'>): Photo => ({
  ...of,
  ...{ id: newId('photo'), status: 'uploading', version: 1 },
  ...{ refusal: undefined, shown: undefined, files: [] },
})
