import { z } from 'zod'
import { limitOf } from '@buy-locals/service-kit/config'

const aDay = 86_400

/** What the environment says about mail. */
export const config = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Buy Locals <hello@buylocals.invalid>'),
  MAIL_LINKS_PER_RECIPIENT: limitOf(20, aDay).describe('Mails with a link to sign in by, to one mail address'),
  MAILS_PER_UNPROVEN_RECIPIENT: limitOf(12, aDay).describe(
    'Other mails to one mail address that nobody has proven to be theirs',
  ),
  MAILS_PER_PROVEN_RECIPIENT: limitOf(100, aDay).describe(
    'Other mails to the mail address of one account that has proven it',
  ),
  MAILS_OF_REPORTS_PER_RECIPIENT: limitOf(20, aDay).describe(
    'Mails to one operator about listings that somebody has reported',
  ),
  MAILS_TO_WRITTEN_ADDRESSES_PER_BUSINESS: limitOf(200, aDay).describe(
    'Mails to mail addresses that one business wrote down',
  ),
  MAILS_TO_UNPROVEN_PER_BUSINESS: limitOf(1_000, aDay).describe(
    'Mails about one business to mail addresses that nobody has proven',
  ),
})
