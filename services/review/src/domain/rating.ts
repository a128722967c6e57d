import type { Id } from '@buy-locals/values/ids'

/** How many of one, two, … five stars. */
export type ByStars = [number, number, number, number, number]

export type Rating = { businessId: Id<'business'>; byStars: ByStars; bayes: number; version: number }

const priorWeight = 20
const defaultPrior = 4

export const countReviews = (byStars: ByStars): number => byStars.reduce((sum, count) => sum + count, 0)

const sumStars = (byStars: ByStars): number => byStars.reduce((sum, count, index) => sum + count * (index + 1), 0)

/** The plain mean, which is what people are shown; 0 where there is no review. */
export const computeMean = (byStars: ByStars): number =>
  countReviews(byStars) === 0 ? 0 : sumStars(byStars) / countReviews(byStars)

/** bayes = (20·prior + n·mean) / (20 + n): one kind review does not rank above a hundred good ones. It only ranks. */
export const computeBayes = (byStars: ByStars, prior: number): number =>
  (priorWeight * prior + sumStars(byStars)) / (priorWeight + countReviews(byStars))

/** The mean of all reviews of that category in that market, or a guess where there are none. */
export const computePrior = ({ count, sum }: { count: number; sum: number }): number =>
  count === 0 ? defaultPrior : sum / count

/** The rating with one review more, or with one less that was removed. */
export function countStars({ businessId, byStars, version }: Rating, stars: number, by: 1 | -1, prior: number): Rating {
  const counted = byStars.map((count, index) => count + (index === stars - 1 ? by : 0)) as ByStars
  return { businessId, byStars: counted, bayes: computeBayes(counted, prior), version: version + 1 }
}

export const toShownRating = (byStars: ByStars) => ({
  mean: computeMean(byStars),
  count: countReviews(byStars),
  byStars,
})
