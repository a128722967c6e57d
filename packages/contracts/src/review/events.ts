import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { eventType } from '../event.ts'
import { version } from '../shapes.ts'
import { ratingOf, review } from './shapes.ts'

export const reviewPublished = eventType('review.published.v1', review.extend({ consumerId: id('person') }))
export const reviewReplied = eventType('review.replied.v1', review.extend({ consumerId: id('person') }))

/** `bayes` = (20·prior + n·mean) / (20 + n), which only ranks; the shown rating is the plain mean. */
export const ratingChanged = eventType(
  'rating.changed.v1',
  ratingOf.extend({ businessId: id('business'), bayes: z.number(), version }),
)
