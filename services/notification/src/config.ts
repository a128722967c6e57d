import { z } from 'zod'

/** What the environment says about mail. */
export const config = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Buy Locals <hello@buylocals.invalid>'),
})
