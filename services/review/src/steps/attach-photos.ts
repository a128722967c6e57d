import type { Kysely } from 'kysely'
import { toShownPhotos } from '@buy-locals/media/photos/photo'
import type { Review } from '../domain/review.ts'
import type { Database } from '../persistence/database.ts'
import * as photos from '../persistence/photo-repository.ts'

/** With what their reviewers took of their visits. */
export async function attachPhotos(db: Kysely<Database>, reviews: readonly Review[]): Promise<Review[]> {
  const all = await photos.listOf(
    db,
    reviews.map(({ bookingId }) => bookingId),
  )
  return reviews.map((review) => ({
    ...review,
    photos: toShownPhotos(all.filter(({ subject }) => subject === review.bookingId)),
  }))
}
