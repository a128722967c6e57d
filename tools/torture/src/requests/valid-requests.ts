import * as host from '@buy-locals/contracts/host/operations'
import * as notification from '@buy-locals/contracts/notification/operations'
import { operations } from '@buy-locals/contracts/operations'
import { authRequests } from './auth.ts'
import { bookingRequests } from './booking.ts'
import { businessRequests } from './business.ts'
import { paymentRequests } from './payment.ts'
import { apiRequest, type MakeRequest, type RequestMakers } from './request.ts'
import { reviewRequests } from './review.ts'

const all: RequestMakers = {
  ...{ ...authRequests, ...businessRequests, ...bookingRequests, ...paymentRequests, ...reviewRequests },
  mailBookingLinks: async () => apiRequest(notification.mailBookingLinks, { body: { email: 'gwen@example.com' } }),
  listNotifications: async () => apiRequest(notification.listNotifications, { query: { limit: 5 } }),
  readNotificationPreferences: async () => apiRequest(notification.readNotificationPreferences, {}),
  changeNotificationPreferences: async () =>
    apiRequest(notification.changeNotificationPreferences, {
      body: { items: [{ kind: 'review', channel: 'mail', enabled: true }] },
    }),
  markNotificationsRead: async () => apiRequest(notification.markNotificationsRead, {}),
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
