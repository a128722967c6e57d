export type Estimate = {
  /** How many businesses the area has, and how many of them have each label of the query. */
  all: number
  labels: number[]
  hasTerms: boolean
  /** How many results the page needs. */
  rows: number
}

/** Up to so many businesses of an area are passed one by one sooner than a word or a label is looked up. */
export const smallAreaLimit = 8_000

/** Find every match and sort them, or scan an index that is in the order of the results until the page is full. */
export type SearchPlan = 'find-and-sort' | 'scan-in-order'

/** Up to so many matches are counted one by one; of more, the counts in memory are near enough. */
export const exactCountLimit = 2_000

/** Few enough that nothing is gained by an order. */
const sortedAtOnce = 500

/**
 * To sort costs as many rows as match; to scan, as many as are passed before the page is full. An estimate that is too
 * high makes a scan pass every row of the index, so a scan has to be cheaper by far. Labels are taken to be independent.
 * No index is in the order of terms, so terms are always found and sorted.
 */
export function chooseSearchPlan({ all, labels, hasTerms, rows }: Estimate): SearchPlan {
  if (hasTerms || all === 0) return 'find-and-sort'
  const matches = labels.reduce((count, label) => count * (label / all), all)
  return matches > Math.max(sortedAtOnce, 8 * rows) && matches * matches > rows * all
    ? 'scan-in-order'
    : 'find-and-sort'
}

/** In a crowded area the results are near the center: a radius to try first, so wide that it holds some 2,000 businesses. */
export function narrowRadius(metres: number, all: number): number | undefined {
  return all > 4 * exactCountLimit ? metres * Math.sqrt(exactCountLimit / all) : undefined
}

/** A label that more than 1 in 8 businesses has is cheaper to filter by than to look up. */
export const isRareLabel = (businesses: number, all: number): boolean => businesses * 8 < all
