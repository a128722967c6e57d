import type { ErasedPerson } from '@buy-locals/service-kit/erasure'
import type { Deps } from '../deps.ts'
import * as bookings from '../persistence/bookings.ts'
import * as people from '../persistence/people.ts'
import * as photos from '../persistence/photo-repository.ts'
import * as reviews from '../persistence/review-repository.ts'
import { flow } from '../steps/photo-flow.ts'

/** The stars still count: a rating does not change because somebody left. */
export async function erasePerson(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { personId, keepReviews }: ErasedPerson,
): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    if (!keepReviews) await reviews.eraseTexts(tx, personId)
    for (const photo of await photos.listOfConsumer(tx, personId, { reviewed: !keepReviews }))
      await flow.remove(tx, photo, now)
    await bookings.removeManageTokens(tx, personId)
    await people.remove(tx, personId)
  })
}
