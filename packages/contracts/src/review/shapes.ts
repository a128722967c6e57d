import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import { shownPhoto } from '../business/shapes.ts'
import { version, text } from '../shapes.ts'
import { shownText } from '../written-text.ts'

export const stars = z.int().min(1).max(5)

export const reply = z.object({ text: text(1000), at: instant })

/** A business has reported it to the operator, who keeps or removes it. */
export const flag = z
  .object({
    reason: text(500).optional(),
    at: instant,
    outcome: z.enum(['dismissed', 'removed']).optional(),
    outcomeReason: text(500).optional(),
    decidedAt: instant.optional(),
  })
  .meta({ id: 'ReviewFlag' })

/** Of one review. */
export const maxReviewPhotos = 4

/** Whoever was erased, or has no name. Clients say it in the reader's language. */
export const formerCustomer = 'Former customer'

export const review = z
  .object({
    id: id('review'),
    businessId: id('business'),
    bookingId: id('booking'),
    serviceName: shownText,
    stars,
    text: text(2000).optional(),
    /** The first name, or "Former customer". */
    by: shownText,
    /** Written by whoever booked and came. */
    verified: z.boolean(),
    at: instant,
    reply: reply.optional(),
    /** What the reviewer took of the visit. */
    photos: z.array(shownPhoto).max(maxReviewPhotos).optional(),
    /** For the managers of the business and the operator; once it is removed, for its reviewer too. */
    flag: flag.optional(),
    version,
  })
  .meta({ id: 'Review' })

/** Counts by star add up to the count. */
export const ratingOf = z.object({
  mean: z.number().min(0).max(5),
  count: z.int().min(0),
  byStars: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]),
})
