import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { eventType } from '../event.ts'
import { version } from '../shapes.ts'
import { ratingOf, review } from './shapes.ts'

export const reviewPublished = eventType('review.published.v1', review.extend({ consumerId: id('person') }))
export const reviewReplied = eventType('review.replied.v1', review.extend({ consumerId: id('person') }))

const flagged = review.extend({ consumerId: id('person'), marketId: id('market'), actorId: id('person') })
/** The business has asked the operator to look at it. */
export const reviewFlagged = eventType('review.flagged.v1', flagged)
/** The operator keeps it, or has removed it. */
export const reviewFlagDecided = eventType('review.flag-decided.v1', flagged)

/** `bayes` = (20·prior + n·mean) / (20 + n), which only ranks; the shown rating is the plain mean. */
export const ratingChanged = eventType(
  'rating.changed.v1',
  ratingOf.extend({ businessId: id('business'), bayes: z.number(), version }),
)
