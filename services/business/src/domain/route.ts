/** How many businesses an area has, and how many of them have each wanted label. */
export type Expected = { all: number; labels: number[]; hasWords: boolean }

/** Gather what matches and sort it, or walk along an index that is in the wanted order until the page is full. */
export type Route = 'gather' | 'walk'

/** Beyond so many, sorting them costs more than walking past those that do not match. */
const MANY = 2_000

/** As if labels were independent. Words are always gathered: no order knows them. */
export function routeFor({ all, labels, hasWords }: Expected): Route {
  if (hasWords || all === 0) return 'gather'
  const matches = labels.reduce((count, label) => count * (label / all), all)
  return matches > MANY ? 'walk' : 'gather'
}

/** Common words are near: a first look at a part of a full area, so large that some 2,000 businesses are in it. */
export function firstLook(metres: number, all: number): number | undefined {
  return all > 4 * MANY ? metres * Math.sqrt(MANY / all) : undefined
}
