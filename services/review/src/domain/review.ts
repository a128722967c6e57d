import type { Temporal } from 'temporal-polyfill'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import type { ShownPhoto } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { formerCustomer } from '@buy-locals/contracts/review/shapes'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'

export type Reply = { text: string; at: Temporal.Instant; by: Id<'person'> }

export type Decision = { outcome: 'dismissed' | 'removed'; reason: string; at: Temporal.Instant }

export type Flag = {
  marketId: Id<'market'>
  reason?: string | undefined
  by: Id<'person'>
  at: Temporal.Instant
  decision?: Decision | undefined
}

export type Review = {
  id: Id<'review'>
  bookingId: Id<'booking'>
  businessId: Id<'business'>
  consumerId: Id<'person'>
  serviceName: string
  by: string
  stars: number
  text?: string | undefined
  at: Temporal.Instant
  reply?: Reply | undefined
  flag?: Flag | undefined
  /** Where they were asked for. */
  photos?: ShownPhoto[] | undefined
  version: number
}

/** A review as JSON. Each is of a completed booking and by its booker, which is what `verified` says. */
export const toReviewData = ({ at, reply, flag: _, photos, ...review }: Review) => ({
  ...review,
  ...(photos?.length && { photos }),
  verified: true,
  at: toSecond(at),
  ...(reply && { reply: { text: reply.text, at: toSecond(reply.at) } }),
})

/** With what was reported of it and decided, for the business and the operator. */
export const toFlaggedReview = (review: Review) => ({
  ...toReviewData(review),
  ...(review.flag && { flag: toFlagData(review.flag) }),
})

const toFlagData = ({ reason, at, decision }: Flag) => ({
  reason,
  at: toSecond(at),
  ...(decision && {
    outcome: decision.outcome,
    outcomeReason: decision.reason,
    decidedAt: toSecond(decision.at),
  }),
})

export const isRemoved = ({ flag }: Review): boolean => flag?.decision?.outcome === 'removed'

/** Its reviewer reads why it was removed, and nothing of what the business wrote to the operator. */
export const toReviewersReview = (review: Review) =>
  review.flag && isRemoved(review)
    ? toFlaggedReview({ ...review, flag: { ...review.flag, reason: undefined } })
    : toReviewData(review)

/** Once: what the operator has decided is not asked again. */
export function flagReview(review: Review, flag: Flag): Review & { flag: Flag } {
  if (review.flag) throw new Problem('review/already-flagged', 'This review has been reported')
  return { ...review, flag, version: review.version + 1 }
}

export function decideFlag(review: Review, decision: Decision): Review & { flag: Flag & { decision: Decision } } {
  const { flag } = review
  if (!flag || flag.decision) throw new Problem('review/not-flagged', 'Nothing about this review is to be decided')
  return { ...review, flag: { ...flag, decision }, version: review.version + 1 }
}

/** A first name is enough to be a person, and little enough to stay one's own. */
export const toAuthorName = (name: string | undefined): string => name?.trim().split(/\s+/)[0] || formerCustomer

type Visit = Pick<Booking, 'status' | 'payment' | 'completedBy' | 'complaintDecision'>

/** A visit that was paid online, or that the business says took place, or whose no-show an operator has corrected. */
export const canBeReviewed = ({ status, payment, completedBy, complaintDecision }: Visit): boolean =>
  status === 'completed'
    ? payment === 'online' || completedBy !== 'automatic'
    : status === 'no-show' && complaintDecision === 'refunded'

type Reviewer = { isMember: boolean; isByLink: boolean; isFromMail: boolean }

/** Anybody can book with anybody's address: only the link of a mail shows that the guest reads it. The link of a booking that the business entered goes to the address that it entered, which may be its own. */
export function refuseReviewer(
  { isMember, isByLink, isFromMail }: Reviewer,
  booking: { isEnteredByBusiness: boolean },
): void {
  if (isMember) throw new Problem('review/not-yours', 'Members of a business do not review it')
  if (isByLink && booking.isEnteredByBusiness)
    throw new Problem(
      'review/not-yours',
      'The business entered this booking itself: sign in with an account of the address it was sent to, and review it there',
      { rule: 'entered-by-business' },
    )
  if (isByLink && !isFromMail)
    throw new Problem('review/not-yours', 'Open the booking from the mail about it, and review it there', {
      rule: 'mail-link',
    })
}
