import { createHmac, randomUUID } from 'node:crypto'
import * as host from '@buy-locals/contracts/host/operations'
import * as notification from '@buy-locals/contracts/notification/operations'
import * as api from '@buy-locals/contracts/payment/operations'
import * as review from '@buy-locals/contracts/review/operations'
import { readOrCreateKeys } from '@buy-locals/stripe-simulator/keys'
import type { Booked, Matter } from '../two-towns/bookings.ts'
import type { TwoTowns } from '../two-towns/two-towns.ts'
import { asked, type Asked } from './asked.ts'
import { completed } from './booking.ts'
import type { Makers } from './makers.ts'

const about = ({ id }: Booked) => ({ params: { bookingId: id } })

let turns = 0

export const moneyRequests: Makers = {
  payBooking: async ({ bookings }, matter) => {
    const booked = await bookings.held(matter)
    return asked(api.payBooking, about(booked), booked)
  },
  readReceipt: async ({ bookings }, matter) =>
    asked(api.readReceipt, about(bookings.paid(matter)), bookings.paid(matter)),
  stripeWebhook: async ({ dataDir }) => signed(readOrCreateKeys(dataDir).webhookSecret),
  onboardPayee: async (_towns, { shop }) => asked(api.onboardPayee, { params: { businessId: shop.id } }),
  readPayee: async (_towns, { shop }) => asked(api.readPayee, { params: { businessId: shop.id } }),
  readBalance: async (_towns, { shop }) => asked(api.readBalance, { params: { businessId: shop.id } }),
  listTransactions: async (_towns, { shop }) =>
    asked(api.listTransactions, {
      params: { businessId: shop.id },
      query: { format: turns++ % 2 ? 'csv' : 'json' },
    }),
}

export const reviewRequests: Makers = {
  writeReview: async (towns, matter) => {
    const booked = await completed(towns, matter)
    return asked(review.writeReview, { ...about(booked), body: { stars: 5, text: 'A fine choir' } }, booked)
  },
  readReview: async (towns, matter) => {
    const { booked } = await reviewed(towns, matter)
    return asked(review.readReview, about(booked), booked)
  },
  listReviews: async (_towns, { shop }) =>
    asked(review.listReviews, { params: { businessId: shop.id }, query: { limit: 5 } }),
  replyToReview: async (towns, matter) => {
    const { reviewId } = await reviewed(towns, matter)
    return asked(review.replyToReview, { params: { reviewId }, body: { text: 'Come again' } })
  },
}

export const notificationRequests: Makers = {
  listNotifications: async () => asked(notification.listNotifications, { query: { limit: 5 } }),
  markNotificationsRead: async () => asked(notification.markNotificationsRead, {}),
  readConfig: async () => asked(host.readConfig, {}),
}

async function reviewed(towns: TwoTowns, matter: Matter) {
  const booked = await completed(towns, matter)
  const as = matter.booker === 'guest' ? undefined : matter.booker
  const options = booked.link ? { headers: { 'x-manage-token': booked.link } } : {}
  const { id: reviewId } = await towns.ask(
    as,
    review.writeReview,
    { ...about(booked), body: { stars: 4, text: 'Good' } },
    options,
  )
  return { booked, reviewId }
}

/** As Stripe signs what it tells. Of a customer, which changes nothing here. */
export function signed(secret: string): Asked {
  const object = { id: 'cus_of_nobody', object: 'customer' }
  const body = JSON.stringify({
    id: `evt_${randomUUID()}`,
    object: 'event',
    type: 'customer.updated',
    data: { object },
  })
  const at = Math.floor(performance.timeOrigin / 1_000 + performance.now() / 1_000)
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${signature}` }
  return { operation: api.stripeWebhook, params: {}, query: {}, body, headers }
}
