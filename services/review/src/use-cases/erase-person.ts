import type { ErasedPerson } from '@buy-locals/service-kit/erasure'
import type { Deps } from '../deps.ts'
import * as bookings from '../persistence/bookings.ts'
import * as people from '../persistence/people.ts'
import * as reviews from '../persistence/review-repository.ts'

/** The stars still count: a rating does not change because somebody left. */
export async function erasePerson({ db }: Pick<Deps, 'db'>, { personId, keepReviews }: ErasedPerson): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!keepReviews) await reviews.eraseTexts(tx, personId)
    await bookings.removeManageTokens(tx, personId)
    await people.remove(tx, personId)
  })
}
