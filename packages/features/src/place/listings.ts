import type { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'

export type Listing = Output<typeof searchBusinesses>['items'][number]

/** How many of a list come before those that nobody here looks after, which stand last under their own heading. */
export const countClaimed = (listings: readonly Pick<Listing, 'claimed'>[]): number =>
  listings.findLastIndex(({ claimed }) => claimed) + 1
