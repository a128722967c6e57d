import * as host from '@buy-locals/contracts/host/operations'
import { operations } from '@buy-locals/contracts/operations'
import { authRequests } from './auth.ts'
import { bookingRequests } from './booking.ts'
import { businessRequests } from './business.ts'
import { notificationRequests } from './notification.ts'
import { paymentRequests } from './payment.ts'
import { apiRequest, type MakeRequest, type RequestMakers } from './request.ts'
import { reviewRequests } from './review.ts'

const all: RequestMakers = {
  ...{ ...authRequests, ...businessRequests, ...bookingRequests, ...paymentRequests, ...reviewRequests },
  ...notificationRequests,
  readConfig: async () => apiRequest(host.readConfig, {}),
}

const makers = new Map<string, MakeRequest>(Object.entries(all))

/** A valid request for every operation there is. */
export function makeRequestFor(operationId: string): MakeRequest {
  const make = makers.get(operationId)
  if (!make) throw new Error(`There is no request for ${operationId}: write one`)
  return make
}

for (const { id } of operations) makeRequestFor(id)
