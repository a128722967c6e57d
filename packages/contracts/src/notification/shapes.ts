import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import { line, phone, text } from '../shapes.ts'

export const channels = ['in-app', 'mail', 'sms', 'push'] as const
export type Channel = (typeof channels)[number]

/** Somebody as a customer or account, somebody of a business, an operator of a market. */
export type Audience = 'person' | 'business' | 'market'

/** `on` and `off`: until the person chooses. A channel that is not named never has it. */
type Delivered = 'always' | 'on' | 'off'

type Group = {
  audience: Audience
  channels: Partial<Record<Channel, Delivered>>
  kinds: readonly string[]
}

/** Of the day where the reader is: it is over, and there is time to prepare the next. */
export const digestHour = 18

/** What people choose to be notified of. */
const chosen = {
  reminder: { audience: 'person', channels: { mail: 'on', sms: 'on', push: 'on' }, kinds: ['booking-reminder'] },
  'review-invitation': {
    audience: 'person',
    channels: { 'in-app': 'on', mail: 'on', push: 'on' },
    kinds: ['booking-completed'],
  },
  'review-reply': { audience: 'person', channels: { 'in-app': 'on', push: 'on' }, kinds: ['review-replied'] },
  /** Where only SMS and push can be chosen, the others always come. */
  'booking-news': {
    audience: 'person',
    channels: { 'in-app': 'always', mail: 'always', sms: 'on', push: 'on' },
    kinds: ['booking-confirmed', 'booking-rescheduled', 'booking-cancelled'],
  },
  'message-from-business': {
    audience: 'person',
    channels: { 'in-app': 'always', mail: 'on', sms: 'on', push: 'on' },
    kinds: ['message-from-business'],
  },
  'message-from-customer': {
    audience: 'business',
    channels: { 'in-app': 'on', mail: 'on', sms: 'off', push: 'on' },
    kinds: ['message-from-customer'],
  },
  'booking-new': {
    audience: 'business',
    channels: { 'in-app': 'on', mail: 'on', sms: 'off', push: 'on' },
    kinds: ['booking-new'],
  },
  'booking-moved': {
    audience: 'business',
    channels: { 'in-app': 'on', mail: 'on', sms: 'off', push: 'on' },
    kinds: ['booking-moved', 'booking-reassigned'],
  },
  'booking-cancelled': {
    audience: 'business',
    channels: { 'in-app': 'on', mail: 'on', sms: 'off', push: 'on' },
    kinds: ['booking-cancelled-by-customer', 'booking-cancelled-by-business'],
  },
  complaint: {
    audience: 'business',
    channels: { 'in-app': 'on', mail: 'on', push: 'on' },
    kinds: ['complaint-filed', 'complaint-decided'],
  },
  review: { audience: 'business', channels: { 'in-app': 'on', mail: 'on', push: 'on' }, kinds: ['review-new'] },
  'daily-digest': { audience: 'business', channels: { mail: 'off' }, kinds: ['daily-digest'] },
} as const satisfies Record<string, Group>

const inAppAndMail = { 'in-app': 'always', mail: 'always' } as const
const inAppAlone = { 'in-app': 'always' } as const
const mailAlone = { mail: 'always' } as const

/** What nobody turns off. */
const unchosen = {
  account: {
    audience: 'person',
    channels: mailAlone,
    kinds: [
      ...['verify-email', 'reset-password', 'change-email', 'email-changed', 'password-changed'],
      ...['new-device', 'second-factor-on', 'second-factor-off', 'recovery-code-used'],
      ...['provider-linked', 'provider-unlinked'],
      ...['invitation', 'export-ready', 'booking-links', 'claim-link', 'manage-link', 'mail-check'],
    ],
  },
  /** Of no use any more when it is read later. */
  hold: { audience: 'person', channels: mailAlone, kinds: ['booking-held', 'move-held'] },
  'own-booking': {
    audience: 'person',
    channels: inAppAndMail,
    kinds: [...['booking-no-show', 'booking-expired', 'hold-cancelled', 'move-expired', 'session-message']],
  },
  'own-correction': { audience: 'person', channels: inAppAlone, kinds: ['booking-reopened'] },
  'own-money': {
    audience: 'person',
    channels: inAppAndMail,
    kinds: ['payment-unusable', 'difference-unusable', 'booking-refunded', 'payment-refunded'],
  },
  'own-complaint': {
    audience: 'person',
    channels: inAppAndMail,
    kinds: [
      ...['complaint-received', 'complaint-replied', 'complaint-decided', 'own-review-removed'],
      ...['message-kept', 'message-removed', 'own-message-removed'],
    ],
  },
  'own-claim': {
    audience: 'person',
    channels: inAppAndMail,
    kinds: ['claim-received', 'claim-approved', 'claim-rejected'],
  },
  decision: {
    audience: 'business',
    channels: inAppAndMail,
    kinds: [
      ...['business-approved', 'business-returned', 'business-rejected', 'business-suspended'],
      ...['change-approved', 'change-refused', 'review-kept', 'review-removed'],
      ...['message-kept', 'message-removed', 'own-message-removed'],
    ],
  },
  /** So that somebody calls them. */
  unreached: { audience: 'business', channels: inAppAlone, kinds: ['customer-unreached'] },
  dispute: { audience: 'business', channels: inAppAndMail, kinds: ['dispute-inquiry', 'dispute-open'] },
  'dispute-outcome': {
    audience: 'business',
    channels: inAppAlone,
    kinds: ['dispute-won', 'dispute-lost', 'dispute-closed', 'payment-refunded'],
  },
  market: {
    audience: 'market',
    channels: inAppAndMail,
    kinds: [
      ...['claim-filed', 'listing-reported', 'review-flagged', 'refund-refused', 'transfer-refused'],
      ...['dispute-inquiry', 'dispute-open', 'message-reported', 'complaint-ready'],
    ],
  },
  /** In the inbox since it was filed. */
  'market-reminder': { audience: 'market', channels: mailAlone, kinds: ['complaint-unreplied'] },
  'market-news': {
    audience: 'market',
    channels: inAppAlone,
    kinds: ['complaint-filed', 'dispute-won', 'dispute-lost', 'dispute-closed', 'payment-refunded'],
  },
} as const satisfies Record<string, Group>

/** All that people are notified of, by which channels, and whether they choose. */
export const notificationGroups: Readonly<Record<string, Group>> = { ...chosen, ...unchosen }

export type PreferenceKind = keyof typeof chosen
export const preferenceKinds = Object.keys(chosen) as PreferenceKind[]

/** What somebody in this place chooses. */
export const preferenceKindsOf = (audience: Audience): PreferenceKind[] =>
  preferenceKinds.filter((kind) => chosen[kind].audience === audience)

/** By which channels a kind is chosen. */
export const channelsToChoose = (kind: PreferenceKind): Channel[] =>
  channels.filter((channel) => (groupOf(kind).channels[channel] ?? 'always') !== 'always')

export const isOnUntilChosen = (kind: PreferenceKind, channel: Channel): boolean =>
  groupOf(kind).channels[channel] === 'on'

const groupOf = (kind: PreferenceKind): Group => chosen[kind]

export const preferenceKind = z.enum(preferenceKinds)

export const notificationPreference = z
  .object({ kind: preferenceKind, channel: z.enum(channels), enabled: z.boolean() })
  .refine(({ kind, channel }) => channelsToChoose(kind).includes(channel), 'nobody chooses this kind on this channel')
  .meta({ id: 'NotificationPreference' })
export type NotificationPreference = z.output<typeof notificationPreference>

/** What somebody has read and agreed to, and where. */
export const smsConsent = z.object({ source: z.enum(['site', 'app']), wording: text(500) })
export type SmsConsent = z.output<typeof smsConsent>

/** Where somebody is texted: once they have entered the code that was sent there, until they text STOP. */
export const smsNumber = z
  .object({
    phone,
    status: z.enum(['unconfirmed', 'active', 'stopped']),
    consentedAt: instant,
    consentWording: z.string(),
  })
  .meta({ id: 'SmsNumber' })
export type SmsNumber = z.output<typeof smsNumber>

/** Whether mails to somebody's own address arrive: the last one came back, or they have reported one as spam. */
export const mailAddress = z.object({ status: z.enum(['active', 'bounced', 'complained']) }).meta({ id: 'MailAddress' })
export type MailAddress = z.output<typeof mailAddress>

/** Apple's sandbox is where apps of developers are registered. */
export const devicePlatforms = ['ios', 'ios-sandbox', 'android'] as const
export type DevicePlatform = (typeof devicePlatforms)[number]

/** Whoever registers another one loses the one that they have not opened the app on for longest. */
export const maxDevices = 10

/** What the app on a phone was given by Apple or Google. Whoever has it can send there, so it is never shown again. */
export const deviceRegistration = z
  .object({
    platform: z.enum(devicePlatforms),
    token: z
      .string()
      .min(32)
      .max(2_000)
      .regex(/^[\w:-]+$/, 'the token of a device'),
    /** As its owner calls it. */
    name: line(60).optional(),
  })
  .refine(({ platform, token }) => platform === 'android' || /^[0-9a-f]{64,200}$/.test(token), {
    path: ['token'],
    message: 'the token of an Apple device, in small hexadecimal digits',
  })

/** Where somebody gets pushes. */
export const device = z
  .object({
    id: id('device'),
    platform: z.enum(devicePlatforms),
    name: z.string().optional(),
    registeredAt: instant,
    /** When its app last registered. */
    seenAt: instant,
  })
  .meta({ id: 'Device' })
export type Device = z.output<typeof device>

/** At which times a business can remind of a visit, in minutes before it, and at how many of them. */
export const reminderChoices = [7 * 1440, 3 * 1440, 2 * 1440, 1440, 12 * 60, 3 * 60, 120, 60, 30] as const
export const maxReminders = 3
export const reminders = z
  .object({
    minutesBefore: z
      .array(
        z
          .int()
          .min(30)
          .max(7 * 1440),
      )
      .max(maxReminders)
      .refine((minutes) => new Set(minutes).size === minutes.length, 'each time once'),
  })
  .meta({ id: 'Reminders' })
