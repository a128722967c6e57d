export type Expected = {
  /** How many businesses the area has, and how many of them have each wanted label. */
  all: number
  labels: number[]
  hasWords: boolean
  /** How many are wanted. */
  rows: number
}

/** Gather what matches and sort it, or walk along an index that is in the wanted order until the page is full. */
export type Route = 'gather' | 'walk'

/** So many are counted one by one; of more, the counts in memory are near enough. */
export const FEW = 2_000

/**
 * To gather costs as many rows as match; to walk, as many as are passed until the page is full. Where fewer match than
 * it seemed, a walk goes to the end of the world: it takes a good many. As if labels were independent. No order knows
 * words, so they are always gathered.
 */
export function routeFor({ all, labels, hasWords, rows }: Expected): Route {
  if (hasWords || all === 0) return 'gather'
  const matches = labels.reduce((count, label) => count * (label / all), all)
  return matches > 8 * rows && matches * matches > rows * all ? 'walk' : 'gather'
}

/** Common words are near: a first look at a part of a full area, so large that some 2,000 businesses are in it. */
export function firstLook(metres: number, all: number): number | undefined {
  return all > 4 * FEW ? metres * Math.sqrt(FEW / all) : undefined
}

/** What one in eight has is found sooner by looking at all. */
export const isRare = (businesses: number, all: number): boolean => businesses * 8 < all
