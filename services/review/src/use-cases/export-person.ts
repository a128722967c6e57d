import { exportLimit, type PersonExport } from '@buy-locals/service-kit/export'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { toReviewData } from '../domain/review.ts'
import * as reviews from '../persistence/review-repository.ts'

/** A reply is what the business wrote. */
export async function exportPerson({ db }: Pick<Deps, 'db'>, personId: Id<'person'>): Promise<PersonExport> {
  const own = await reviews.listOfConsumer(db, personId, exportLimit)
  return { reviews: own.map(({ reply: _, ...review }) => toReviewData(review)) }
}
