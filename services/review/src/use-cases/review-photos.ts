import type { Transaction } from 'kysely'
import { relationTo, requireRelation, type Requester } from '@buy-locals/booking-access/relation'
import type { Body, Output } from '@buy-locals/contracts/operation'
import { Problem } from '@buy-locals/contracts/problem'
import type { addReviewPhoto as operation, listReviewPhotos as list } from '@buy-locals/contracts/review/operations'
import { maxReviewPhotos } from '@buy-locals/contracts/review/shapes'
import { toNewPhoto, toOwnPhoto } from '@buy-locals/media/photos/photo'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'
import * as reviews from '../persistence/review-repository.ts'
import { bookingNotFound, findBooking } from '../steps/find-booking.ts'
import { findReviewable } from '../steps/find-reviewable.ts'
import { flow } from '../steps/photo-flow.ts'

type OfVisit = { bookingId: Id<'booking'>; requester: Requester }
type Added = Output<typeof operation>

/** Before the review is written: what the operator has looked at does not change. `keep` stores the response with it. */
export async function addReviewPhoto(
  { db, clock, media, throttle, reviewPhotos }: Deps,
  { bookingId, requester, contentType, bytes, alt }: OfVisit & Body<typeof operation>,
  keep: (tx: Transaction<Database>, added: Added) => Promise<void>,
): Promise<Added> {
  const { consumerId } = await findReviewable(db, bookingId, requester)
  await throttle.consume('add-review-photo', bookingId, reviewPhotos)
  const now = clock()
  const photo = toNewPhoto(bookingId, alt)
  const upload = await flow.signUpload({ media, clock }, photo, { contentType, bytes })
  return db.transaction().execute(async (tx) => {
    await photos.lockVisit(tx, bookingId)
    if (await reviews.findOfBooking(tx, bookingId)) throw new Problem('review/already', 'This booking has its review')
    const others = (await photos.listOf(tx, [bookingId])).filter(({ status }) => status !== 'refused')
    if (others.length >= maxReviewPhotos)
      throw new Problem('limit-reached', `A review has at most ${maxReviewPhotos} photos`, {
        ...{ rule: 'max-photos', max: maxReviewPhotos },
      })
    await photos.insert(tx, consumerId, photo, now)
    const added = { photo: toOwnPhoto(photo), upload }
    await keep(tx, added)
    await flow.awaitBytes(tx, now, photo)
    return added
  })
}

export async function listReviewPhotos({ db }: Deps, ofVisit: OfVisit): Promise<Output<typeof list>> {
  await requireBooker(db, ofVisit)
  return { items: (await photos.listOf(db, [ofVisit.bookingId])).map(toOwnPhoto) }
}

/** Whenever its reviewer wants. Pages that show it may still be open: the files go an hour later. */
export async function deleteReviewPhoto(
  { db, clock }: Deps,
  { photoId, ...ofVisit }: OfVisit & { photoId: Id<'photo'> },
): Promise<void> {
  await requireBooker(db, ofVisit)
  const now = clock()
  await db.transaction().execute(async (tx) => {
    await photos.lockVisit(tx, ofVisit.bookingId)
    const photo = (await photos.listOf(tx, [ofVisit.bookingId])).find(({ id }) => id === photoId)
    if (!photo) throw new Problem('not-found', 'There is no such photo')
    await flow.remove(tx, photo, now.add({ hours: 1 }))
  })
}

async function requireBooker(db: Deps['db'], { bookingId, requester }: OfVisit): Promise<void> {
  const relation = await relationTo(db, requester, await findBooking(db, bookingId))
  requireRelation(relation, bookingNotFound(bookingId), 'booker')
}
