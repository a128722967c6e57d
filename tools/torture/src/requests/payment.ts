import { createHmac, randomUUID } from 'node:crypto'
import * as api from '@buy-locals/contracts/payment/operations'
import { readOrCreateKeys } from '@buy-locals/stripe-simulator/keys'
import { bookingParams } from './booking.ts'
import { apiRequest, type ApiRequest, type RequestMakers } from './request.ts'

let count = 0

export const paymentRequests: RequestMakers = {
  payBooking: async ({ bookings }, subject) => {
    const booking = await bookings.createHeld(subject)
    return apiRequest(api.payBooking, bookingParams(booking), booking)
  },
  readReceipt: async ({ bookings }, subject) =>
    apiRequest(api.readReceipt, bookingParams(bookings.paid(subject)), bookings.paid(subject)),
  stripeWebhook: async ({ dataDir }) => signedWebhook(readOrCreateKeys(dataDir).webhookSecret),
  onboardPayee: async (_, { shop }) => apiRequest(api.onboardPayee, { params: { businessId: shop.id } }),
  readPayee: async (_, { shop }) => apiRequest(api.readPayee, { params: { businessId: shop.id } }),
  readBalance: async (_, { shop }) => apiRequest(api.readBalance, { params: { businessId: shop.id } }),
  readEarnings: async (_, { shop }) => apiRequest(api.readEarnings, { params: { businessId: shop.id } }),
  listTransactions: async (_, { shop }) =>
    apiRequest(api.listTransactions, {
      params: { businessId: shop.id },
      query: { format: count++ % 2 ? 'csv' : 'json' },
    }),
  listRefusedPayments: async (_, { shop }) =>
    apiRequest(api.listRefusedPayments, { params: { marketId: shop.marketId }, query: { limit: 5 } }),
}

/** Signed as by Stripe. An event about a customer changes nothing here. */
function signedWebhook(secret: string): ApiRequest {
  const object = { id: 'cus_unknown', object: 'customer' }
  const body = JSON.stringify({
    id: `evt_${randomUUID()}`,
    object: 'event',
    type: 'customer.updated',
    data: { object },
  })
  const timestamp = Math.floor(performance.timeOrigin / 1_000 + performance.now() / 1_000)
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${timestamp},v1=${signature}` }
  return { operation: api.stripeWebhook, params: {}, query: {}, body, headers }
}
