import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

const payload = z.object({
  personId: z.string(),
  /** Where it is not the person's own address. */
  to: z.string().optional(),
  kind: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Who is named in it, beside the recipient. */
  names: z.string().optional(),
  /** Below the public address. A link that is a secret lives here until the mail is sent. */
  link: z.string().optional(),
  /** What a digest sums up. */
  items: z
    .array(z.object({ kind: z.string(), about: z.record(z.string(), z.union([z.string(), z.number()])) }))
    .optional(),
  /** Whose visit or invitation it is about. */
  businessId: z.string().optional(),
  /** The business wrote the address down. */
  isWrittenByBusiness: z.boolean().optional(),
  /** What the person is notified of; without it the mail is sent whatever has happened since. */
  notifiedVersion: z.object({ subject: z.string(), version: z.int() }).optional(),
})

/** A mail that was requested; the key is the delivery's id. */
export type MailRequest = z.output<typeof payload>

export const mailJob = jobType('notification.mail', payload, { lane: 'mail' })

/** The key is a hash of the address: asked twice before it runs, it is one mail. */
export const bookingLinksJob = jobType('notification.booking-links', z.object({ email: z.string() }), { lane: 'mail' })
/** One mail a day for whoever wants it; the key is the person. */
export const digestJob = jobType('notification.digest', z.object({ personId: id('person') }), { lane: 'mail' })
