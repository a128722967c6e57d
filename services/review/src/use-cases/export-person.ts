import { exportLimit, type PersonExport } from '@buy-locals/service-kit/export'
import { lastId, readAll } from '@buy-locals/service-kit/read-all'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toReviewData } from '../domain/review.ts'
import * as reviews from '../persistence/review-repository.ts'
import { attachPhotos } from '../steps/attach-photos.ts'

/** A reply is what the business wrote. */
export async function exportPerson({ db }: Pick<Deps, 'db'>, personId: Id<'person'>): Promise<PersonExport> {
  const own = await readAll(async (before: string | undefined, limit) => {
    const found = await reviews.listOfConsumer(db, personId, limit, before)
    return {
      items: (await attachPhotos(db, found)).map(({ reply: _, ...review }) => toReviewData(review)),
      next: lastId(found, limit),
    }
  }, exportLimit)
  return { reviews: own }
}
