import { toSecond } from '@buy-locals/values/time'
import type { Review } from './persistence/review-repository.ts'

/** Every review here is of a completed booking by whoever booked it, which is what `verified` says. */
export const present = ({ at, reply, ...review }: Review) => ({
  ...review,
  verified: true,
  at: toSecond(at),
  ...(reply && { reply: { text: reply.text, at: toSecond(reply.at) } }),
})
