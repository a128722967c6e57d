import { z } from 'zod'

/** In a day. */
const count = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault)

/** What the environment says about mail. */
export const config = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Buy Locals <hello@buylocals.invalid>'),
  MAIL_LINKS_PER_RECIPIENT: count(20),
  MAILS_PER_UNPROVEN_RECIPIENT: count(12),
  MAILS_PER_PROVEN_RECIPIENT: count(100),
  MAILS_TO_WRITTEN_ADDRESSES_PER_BUSINESS: count(200),
  MAILS_TO_UNPROVEN_PER_BUSINESS: count(1_000),
})
