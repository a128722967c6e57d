import { z } from 'zod'
import { preferenceKind } from '@buy-locals/contracts/notification/shapes'
import { instant } from '@buy-locals/values/time'
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
  /** What its reader turns off with one press, where they choose it at all. */
  preference: preferenceKind.optional(),
  /** What a digest sums up. */
  items: z
    .array(z.object({ kind: z.string(), about: z.record(z.string(), z.union([z.string(), z.number()])) }))
    .optional(),
  /** Whose visit or invitation it is about. */
  businessId: z.string().optional(),
  /** The business wrote the address down. */
  isWrittenByBusiness: z.boolean().optional(),
  /** What is attached for the reader's calendar. */
  calendar: z
    .object({
      bookingId: id('booking'),
      method: z.enum(['REQUEST', 'CANCEL']),
      sequence: z.int(),
      start: instant,
      end: instant,
    })
    .optional(),
  /** Sent while this is the newest state of it. */
  whileState: z.object({ subject: z.string(), state: z.string() }).optional(),
  /** What a reminder is of: it is sent while that is so. */
  visit: z.object({ bookingId: z.string(), start: instant }).optional(),
  /** What the person is notified of; without it the mail is sent whatever has happened since. */
  notifiedVersion: z.object({ subject: z.string(), version: z.int() }).optional(),
})

/** A message is worth less every minute: after an outage it comes within five. For a day, as long as anybody waits. */
const untilVendorIsBack = { longestPauseSeconds: 300, maxTries: 300 }

/** A mail that was requested; the key is the delivery's id. */
export type MailRequest = z.output<typeof payload>

export const mailJob = jobType('notification.mail', payload, { lane: 'mail', ...untilVendorIsBack })
/** The same for reminders and digests: those of a whole town are due at the same minute. */
export const bulkMailJob = jobType('notification.bulk-mail', payload, { lane: 'bulk-mail', ...untilVendorIsBack })
export const isBulkMail = ({ preference }: MailRequest): boolean =>
  preference === 'reminder' || preference === 'daily-digest'

/** The key is a hash of the address: asked twice before it runs, it is one mail. */
export const bookingLinksJob = jobType('notification.booking-links', z.object({ email: z.string() }), { lane: 'mail' })
/** One mail a day for whoever wants it; the key is the person. */
export const digestJob = jobType('notification.digest', z.object({ personId: id('person') }), { lane: 'bulk-mail' })

const smsPayload = payload
  .pick({ kind: true, about: true, link: true, businessId: true, notifiedVersion: true, visit: true })
  .extend({
    personId: z.string(),
    /** They have done it themselves, so they are awake. */ isOwnAct: z.boolean().optional(),
  })
/** An SMS that was requested; the key is the delivery's id. */
export type SmsRequest = z.output<typeof smsPayload>
export const smsJob = jobType('notification.sms', smsPayload, { lane: 'sms', ...untilVendorIsBack })
export const bulkSmsJob = jobType('notification.bulk-sms', smsPayload, { lane: 'bulk-sms', ...untilVendorIsBack })

const pushPayload = smsPayload.extend({ whileState: payload.shape.whileState })
/** A push that was requested; the key is the delivery's id. */
export type PushRequest = z.output<typeof pushPayload>
export const pushJob = jobType('notification.push', pushPayload, { lane: 'push', ...untilVendorIsBack })
export const bulkPushJob = jobType('notification.bulk-push', pushPayload, { lane: 'bulk-push', ...untilVendorIsBack })
/** Of SMS and pushes, those with a visit are its reminders. */
export const isReminder = ({ visit }: Pick<SmsRequest, 'visit'>): boolean => visit !== undefined
/** The key is the device's id. */
export const deviceJob = jobType('notification.device', z.object({ deviceId: z.string() }), { lane: 'push' })
/** The key is the vendor's address of it. */
export const deviceRemovalJob = jobType('notification.device-removal', z.object({ address: z.string() }), {
  lane: 'push',
})

const smsNotice = z.object({
  personId: z.string().optional(),
  phone: z.string(),
  notice: z.enum(['code', 'welcome', 'help', 'stop', 'start']),
  /** It lives here until it is sent. */
  code: z.string().optional(),
  locale: z.string(),
  requestedAt: instant,
})
export type SmsNotice = z.output<typeof smsNotice>
export const smsNoticeJob = jobType('notification.sms-notice', smsNotice, { lane: 'sms' })

const reminder = z.object({ bookingId: z.string(), since: instant })
export type ReminderRequest = z.output<typeof reminder>
/** The key is the booking. */
export const reminderJob = jobType('notification.reminder', reminder)
