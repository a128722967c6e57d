import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { operation } from '../operation.ts'
import { cursor, limit, page, text } from '../shapes.ts'
import { maxPhotoBytes, ownPhoto, photoTypes, upload } from '../business/shapes.ts'
import { maxReviewPhotos, ratingOf, review, stars } from './shapes.ts'

const ofBooking = z.object({ bookingId: id('booking') })

export const writeReview = operation({
  service: 'review',
  id: 'writeReview',
  title: 'Write a review',
  method: 'post',
  path: '/bookings/:bookingId/review',
  access: 'booker',
  throttle: 'write',
  summary: 'One review of a completed booking, by whoever booked it',
  params: ofBooking,
  body: z.object({
    stars,
    text: text(2000).optional(),
    /** What its photos show, where that was not said when they were announced. */
    photos: z
      .array(ownPhoto.pick({ id: true, alt: true }))
      .max(maxReviewPhotos)
      .optional(),
  }),
  status: 201,
  returns: review,
  problems: ['not-found', 'not-yet', 'review/not-completed', 'review/already', 'review/not-yours'],
})

const photosOf = { service: 'review', access: 'booker', params: ofBooking } as const

export const listReviewPhotos = operation({
  ...photosOf,
  id: 'listReviewPhotos',
  title: 'List review photos',
  method: 'get',
  path: '/bookings/:bookingId/review/photos',
  throttle: 'read',
  summary: 'The photos for the review of a booking, those too that are on their way or were refused',
  status: 200,
  returns: z.object({ items: z.array(ownPhoto) }),
  problems: ['not-found'],
})

export const addReviewPhoto = operation({
  ...photosOf,
  id: 'addReviewPhoto',
  title: 'Add a review photo',
  method: 'post',
  path: '/bookings/:bookingId/review/photos',
  throttle: 'write',
  idempotent: true,
  summary: 'Announce a photo before the review is written; the response says where its bytes are sent, for an hour',
  body: z.object({
    contentType: z.enum(photoTypes),
    /** Exactly as many as will be sent. */
    bytes: z.int().min(1).max(maxPhotoBytes),
    alt: ownPhoto.shape.alt.default(''),
  }),
  status: 201,
  returns: z.object({ photo: ownPhoto, upload }),
  problems: [
    'not-found',
    'not-yet',
    'review/not-completed',
    'review/already',
    'review/not-yours',
    'limit-reached',
    'too-many-requests',
  ],
})

export const deleteReviewPhoto = operation({
  ...photosOf,
  id: 'deleteReviewPhoto',
  title: 'Delete a review photo',
  method: 'delete',
  path: '/bookings/:bookingId/review/photos/:photoId',
  throttle: 'write',
  summary: 'Delete a photo, before or after the review is written; its files go an hour later',
  params: ofBooking.extend({ photoId: id('photo') }),
  status: 204,
  problems: ['not-found'],
})

export const readReview = operation({
  service: 'review',
  id: 'readReview',
  title: 'Read a review',
  method: 'get',
  path: '/bookings/:bookingId/review',
  access: 'party',
  throttle: 'read',
  summary: "The booking's review",
  params: ofBooking,
  status: 200,
  returns: review,
  problems: ['not-found'],
})

export const listReviews = operation({
  service: 'review',
  id: 'listReviews',
  title: 'List reviews',
  shared: true,
  method: 'get',
  path: '/businesses/:businessId/reviews',
  access: 'anyone',
  showsMembersMore: true,
  throttle: 'read',
  summary: 'Published reviews, the newest first, and how many of each star',
  params: z.object({ businessId: id('business') }),
  query: z.object({ limit, cursor: cursor.optional() }),
  status: 200,
  returns: page(review).extend({ rating: ratingOf }),
  problems: [],
})

export const replyToReview = operation({
  service: 'review',
  id: 'replyToReview',
  title: 'Reply to a review',
  method: 'post',
  path: '/reviews/:reviewId/reply',
  access: 'manager',
  throttle: 'write',
  summary: 'The answer of the business, once',
  params: z.object({ reviewId: id('review') }),
  body: z.object({ text: text(1000) }),
  status: 201,
  returns: review,
  problems: ['not-found', 'review/already-replied'],
})

export const flagReview = operation({
  service: 'review',
  id: 'flagReview',
  title: 'Report a review',
  method: 'post',
  path: '/reviews/:reviewId/flags',
  access: 'manager',
  throttle: 'write',
  summary: 'Ask the operator to look at a review, once and with a reason; until the decision it stays in sight',
  params: z.object({ reviewId: id('review') }),
  body: z.object({ reason: text(500) }),
  status: 201,
  returns: review,
  problems: ['not-found', 'review/already-flagged'],
})

export const listFlaggedReviews = operation({
  service: 'review',
  id: 'listFlaggedReviews',
  title: 'List reported reviews',
  method: 'get',
  path: '/markets/:marketId/flagged-reviews',
  access: 'operator',
  throttle: 'read',
  summary: 'Reviews that businesses have reported and nobody has decided about, the oldest first',
  params: z.object({ marketId: id('market') }),
  query: z.object({ limit, cursor: cursor.optional() }),
  status: 200,
  returns: page(review),
  problems: ['not-found'],
})

export const decideFlag = operation({
  service: 'review',
  id: 'decideFlag',
  title: 'Decide about a review',
  method: 'post',
  path: '/reviews/:reviewId/flags/decision',
  access: 'operator',
  throttle: 'write',
  hides: true,
  summary:
    'Keep or remove a reported review, with a reason that the business reads, and its reviewer where it is removed',
  params: z.object({ reviewId: id('review') }),
  body: z.object({ outcome: z.enum(['dismissed', 'removed']), reason: text(500) }),
  status: 200,
  returns: review,
  problems: ['not-found', 'review/not-flagged'],
})
