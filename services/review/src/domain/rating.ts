/** How many of one, two, … five stars. */
export type ByStars = [number, number, number, number, number]

const weight = 20
const unknownUsual = 4

export const throttleKey = (byStars: ByStars): number => byStars.reduce((sum, count) => sum + count, 0)
export const sumOf = (byStars: ByStars): number => byStars.reduce((sum, count, index) => sum + count * (index + 1), 0)

/** The plain mean, which is what people are shown; 0 where there is no review. */
export const meanOf = (byStars: ByStars): number =>
  throttleKey(byStars) === 0 ? 0 : sumOf(byStars) / throttleKey(byStars)

/** bayes = (20·usual + n·mean) / (20 + n): one kind review does not rank above a hundred good ones. It only ranks. */
export const bayesOf = (byStars: ByStars, usual: number): number =>
  (weight * usual + sumOf(byStars)) / (weight + throttleKey(byStars))

/** The mean of all reviews of that category in that market, or a guess where there are none. */
export const usualOf = ({ count, sum }: { count: number; sum: number }): number =>
  count === 0 ? unknownUsual : sum / count
