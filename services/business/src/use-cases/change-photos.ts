import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Body } from '@buy-locals/contracts/operation'
import type { changePhoto as operation } from '@buy-locals/contracts/business/operations'
import type { OwnPhoto } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { toOwnPhoto } from '@buy-locals/media/photos/photo'
import * as table from '@buy-locals/media/photos/photo-table'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseStale } from '../domain/business.ts'
import * as businesses from '../persistence/business-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'
import { flow } from '../steps/photo-flow.ts'
import { savePhotos } from '../steps/save-photos.ts'

type Tx = Transaction<Database>
type OfBusiness = { businessId: Id<'business'> }
type OfPhoto = OfBusiness & { photoId: Id<'photo'> }
type Change = OfPhoto & { readVersion: number | undefined; changes: Body<typeof operation> }

export const changePhoto = (deps: Deps, { businessId, photoId, readVersion, changes }: Change): Promise<OwnPhoto> =>
  edit(deps, businessId, async (tx, now) => {
    const before = await lockOwn(tx, { businessId, photoId })
    if (readVersion !== undefined) refuseStale(before, readVersion)
    const after = { ...before, alt: changes.alt ?? before.alt, version: before.version + 1 }
    await table.update(tx, after, now)
    if (changes.cover) {
      const others = (await photos.listOf(tx, businessId, before.subject)).filter(({ id }) => id !== photoId)
      await table.order(tx, [photoId, ...others.map(({ id }) => id)])
    }
    return { subject: before.subject, result: toOwnPhoto(after) }
  })

/** Pages that show it may still be open, and a backup may be under way: the files go an hour later. */
export const deletePhoto = (deps: Deps, ofPhoto: OfPhoto): Promise<void> =>
  edit(deps, ofPhoto.businessId, async (tx, now) => {
    const photo = await lockOwn(tx, ofPhoto)
    await flow.remove(tx, photo, now.add({ hours: 1 }))
    return { subject: photo.subject, result: undefined }
  })

export const orderPhotos = (
  deps: Deps,
  { businessId, photoIds }: OfBusiness & { photoIds: readonly Id<'photo'>[] },
): Promise<{ items: OwnPhoto[] }> =>
  edit(deps, businessId, async (tx) => {
    const before = (await photos.listOf(tx, businessId)).map(({ id }) => id)
    if (before.toSorted(byText).join() !== photoIds.toSorted(byText).join())
      throw new Problem('stale', 'Photos were added or deleted since you read them')
    await table.order(tx, photoIds)
    return { subject: businessId, result: { items: (await photos.listOf(tx, businessId)).map(toOwnPhoto) } }
  })

const byText = (a: string, b: string) => (a < b ? -1 : 1)

async function lockOwn(tx: Tx, { businessId, photoId }: OfPhoto): Promise<photos.Photo> {
  const photo = await photos.lockOf(tx, businessId, photoId)
  if (!photo) throw new Problem('not-found', 'There is no such photo')
  return photo
}

/** One after the other for each business; what the public sees follows. */
function edit<T>(
  { db, clock }: Deps,
  businessId: Id<'business'>,
  work: (tx: Tx, now: Temporal.Instant) => Promise<{ subject: photos.Subject; result: T }>,
): Promise<T> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const business = await businesses.lock(tx, businessId)
    const { subject, result } = await work(tx, now)
    await savePhotos(tx, now, business, subject)
    return result
  })
}
