import type { Transaction } from 'kysely'
import type { Body, Output } from '@buy-locals/contracts/operation'
import type { addPhoto as operation } from '@buy-locals/contracts/business/operations'
import { maxDetailPhotos, maxPhotos, maxPhotosOfDetail } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { toNewPhoto, toOwnPhoto } from '@buy-locals/media/photos/photo'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'
import { flow } from '../steps/photo-flow.ts'

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
  const photo = toNewPhoto<photos.Subject>(of ?? businessId, alt)
  const upload = await flow.signUpload({ media, clock }, photo, { contentType, bytes })
  return db.transaction().execute(async (tx) => {
    const { status } = await businesses.lock(tx, businessId)
    if (status === 'closed') throw new Problem('business/wrong-state', 'It is closed', { state: status })
    refuseTooMany(businessId, photo.subject, await photos.listAllOf(tx, businessId))
    await photos.insert(tx, businessId, photo, now)
    const added = { photo: toOwnPhoto(photo), upload }
    await keep(tx, added)
    await flow.awaitBytes(tx, now, photo)
    return added
  })
}

/** Of the business, of each of its services and staff, and of all of those together. */
function refuseTooMany(businessId: Id<'business'>, subject: photos.Subject, all: readonly photos.Photo[]): void {
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
