import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'

const payload = z.object({
  personId: z.string(),
  kind: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Below the public address. A link that is a secret lives here until the mail is sent. */
  link: z.string().optional(),
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
