import type { Place } from '@buy-locals/contracts/business/shapes'

/** Finds where a text may be, the likeliest first. */
export type Places = { find(text: string): Promise<Place[]> }
