import { operations } from '@buy-locals/contracts/operations'
import { authRequests } from './auth.ts'
import { bookingRequests } from './booking.ts'
import { businessRequests } from './business.ts'
import type { Make, Makers } from './makers.ts'
import { moneyRequests, notificationRequests, reviewRequests } from './money.ts'

const all: Makers = {
  ...{ ...authRequests, ...businessRequests, ...bookingRequests },
  ...{ ...moneyRequests, ...reviewRequests, ...notificationRequests },
}

/** A good request for every operation there is. */
export const requestFor: ReadonlyMap<string, Make> = new Map(
  operations.map(({ id }) => {
    const make = all[id]
    if (!make) throw new Error(`Nobody knows how to ask for ${id}: write a request for it`)
    return [id, make]
  }),
)
