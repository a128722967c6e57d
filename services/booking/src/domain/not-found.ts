import { Problem } from '@buy-locals/contracts/problem'

type Thing =
  | 'block'
  | 'booking'
  | 'business'
  | 'customer'
  | 'customer note'
  | 'group session'
  | 'message'
  | 'message report'
  | 'resource'
  | 'service'
  | 'staff'

/** The same text whether it is somebody else's or does not exist. */
export const notFound = (thing: Thing, id: string) => new Problem('not-found', `There is no ${thing} ${id}`)
