import * as api from '@buy-locals/contracts/review/operations'
import { asBooker, openFromMail, type Subject } from '../two-markets/bookings.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import { bookingParams, completedBooking } from './booking.ts'
import { apiRequest, type RequestMakers } from './request.ts'

export const reviewRequests: RequestMakers = {
  writeReview: async (markets, subject) => {
    const booking = await openFromMail(markets.running, await completedBooking(markets, subject))
    return apiRequest(api.writeReview, { ...bookingParams(booking), body: { stars: 5, text: 'A fine choir' } }, booking)
  },
  listReviewPhotos: async (markets, subject) => {
    const { booking } = await reviewedBooking(markets, subject)
    return apiRequest(api.listReviewPhotos, bookingParams(booking), booking)
  },
  addReviewPhoto: async (markets, subject) => {
    const booking = await openFromMail(markets.running, await completedBooking(markets, subject))
    const body = { contentType: 'image/jpeg' as const, bytes: 1_000, alt: 'The choir' }
    return apiRequest(api.addReviewPhoto, { ...bookingParams(booking), body }, booking)
  },
  deleteReviewPhoto: async (markets, subject) => {
    const booking = await openFromMail(markets.running, await completedBooking(markets, subject))
    const { name, options } = asBooker(subject, booking)
    const body = { contentType: 'image/jpeg' as const, bytes: 1_000, alt: '' }
    const { photo } = await markets.callAs(name, api.addReviewPhoto, { ...bookingParams(booking), body }, options)
    const { bookingId } = bookingParams(booking).params
    return apiRequest(api.deleteReviewPhoto, { params: { bookingId, photoId: photo.id } }, booking)
  },
  readReview: async (markets, subject) => {
    const { booking } = await reviewedBooking(markets, subject)
    return apiRequest(api.readReview, bookingParams(booking), booking)
  },
  listReviews: async (_, { shop }) =>
    apiRequest(api.listReviews, { params: { businessId: shop.id }, query: { limit: 5 } }),
  replyToReview: async (markets, subject) => {
    const { reviewId } = await reviewedBooking(markets, subject)
    return apiRequest(api.replyToReview, { params: { reviewId }, body: { text: 'Come again' } })
  },
  flagReview: async (markets, subject) => {
    const { reviewId } = await reviewedBooking(markets, subject)
    return apiRequest(api.flagReview, { params: { reviewId }, body: { reason: 'It names a member of staff' } })
  },
  listFlaggedReviews: async (_, { shop }) =>
    apiRequest(api.listFlaggedReviews, { params: { marketId: shop.marketId }, query: { limit: 5 } }),
  decideFlag: async (markets, subject) => {
    const reviewId = await flaggedReview(markets, subject)
    return apiRequest(api.decideFlag, {
      params: { reviewId },
      body: { outcome: 'dismissed', reason: 'It is about the visit' },
    })
  },
}

async function flaggedReview(markets: TwoMarkets, subject: Subject) {
  const { reviewId } = await reviewedBooking(markets, subject)
  const input = { params: { reviewId }, body: { reason: 'It names a member of staff' } }
  await markets.callAs(subject.shop.owner, api.flagReview, input)
  return reviewId
}

async function reviewedBooking(markets: TwoMarkets, subject: Subject) {
  const booking = await openFromMail(markets.running, await completedBooking(markets, subject))
  const { name, options } = asBooker(subject, booking)
  const input = { ...bookingParams(booking), body: { stars: 4, text: 'Good' } }
  const { id: reviewId } = await markets.callAs(name, api.writeReview, input, options)
  return { booking, reviewId }
}
