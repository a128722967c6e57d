import { z } from 'zod'
import { limitOf } from '@buy-locals/service-kit/config'

const aDay = 86_400

/** A platform application of SNS. */
const application = (platform: string) =>
  z
    .string()
    .regex(
      new RegExp(`^arn:aws[\\w-]*:sns:[\\w-]+:\\d{12}:app/${platform}/[\\w.-]+$`),
      `arn:aws:sns:…:app/${platform}/…`,
    )
    .optional()

/** What the environment says about mails, SMS and pushes. */
export const config = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** With it mails are sent by Amazon SES in that region, and not by SMTP. */
  SES_REGION: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as us-west-2')
    .optional(),
  /** Of an emulator. */
  SES_ENDPOINT: z.url().optional(),
  /** Where SES publishes bounces and complaints: a topic of SNS that posts to us. */
  MAIL_EVENTS_TOPIC_ARN: z
    .string()
    .regex(/^arn:aws[\w-]*:sns:[a-z]{2}(-[a-z]+)+-\d:\d{12}:[\w-]+$/, 'arn:aws:sns:us-west-2:123456789012:mail-events')
    .optional(),
  /** Of an emulator. */
  MAIL_EVENTS_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Buy Locals <hello@buylocals.invalid>'),
  /** With the three of them SMS are sent. */
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'AC and 32 characters')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(10).optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^(\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/, 'a number as +12085550100, or the sid of a messaging service')
    .optional(),
  TWILIO_API_BASE: z.url().optional(),
  /** With any of the three pushes are sent. Credentials are found as every AWS SDK finds them. */
  SNS_IOS_APPLICATION: application('APNS'),
  SNS_IOS_SANDBOX_APPLICATION: application('APNS_SANDBOX'),
  SNS_ANDROID_APPLICATION: application('GCM'),
  SNS_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  DEVICES_PER_PERSON: limitOf(100, aDay).describe('Registrations of devices by one person, of which ten are kept'),
  SMS_PER_NUMBER: limitOf(20, aDay).describe('SMS to one phone number'),
  SMS_PER_BUSINESS: limitOf(1_000, aDay).describe('SMS about one business'),
  PUSHES_PER_PERSON: limitOf(200, aDay).describe('Pushes to one person, however many phones they have'),
  PUSHES_PER_BUSINESS: limitOf(5_000, aDay).describe('Pushes about one business'),
  SMS_CODES_PER_PERSON: limitOf(5, aDay).describe('SMS with a code that one person has sent to confirm a phone number'),
  SMS_CODES_PER_NUMBER: limitOf(5, aDay).describe('SMS with a code to one phone number'),
  MAIL_LINKS_PER_RECIPIENT: limitOf(20, aDay).describe('Mails with a link to sign in by, to one mail address'),
  MAILS_PER_UNPROVEN_RECIPIENT: limitOf(12, aDay).describe(
    'Other mails to one mail address that nobody has proven to be theirs',
  ),
  MAILS_PER_PROVEN_RECIPIENT: limitOf(100, aDay).describe(
    'Other mails to the mail address of one account that has proven it',
  ),
  MAILS_OF_REPORTS_PER_RECIPIENT: limitOf(20, aDay).describe(
    'Mails to one operator about listings and messages that somebody has reported',
  ),
  MAILS_PER_BOUNCED_RECIPIENT: limitOf(3, aDay).describe(
    'Mails to one mail address that the last one was returned from, for whoever waits for a link',
  ),
  MAILS_TO_WRITTEN_ADDRESSES_PER_BUSINESS: limitOf(200, aDay).describe(
    'Mails to mail addresses that one business wrote down',
  ),
  MAILS_TO_UNPROVEN_PER_BUSINESS: limitOf(1_000, aDay).describe(
    'Mails about one business to mail addresses that nobody has proven',
  ),
})
