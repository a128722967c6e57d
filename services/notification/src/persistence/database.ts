// Made by `npm run generate` from the migrations of this service.
import type { Temporal } from 'temporal-polyfill'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

interface Businesses {
  business_id: string
  name: string
  sequence: number
  slug: string
  status: string | null
}

interface Calendars {
  business_id: string
  person_id: string | null
  sequence: number
  staff_id: string
}

interface CountedMessages {
  counted_at: Temporal.Instant
  delivery_id: string
  key: string
}

interface Deliveries {
  attempted_at: Temporal.Instant | null
  booking_id: string | null
  channel: string
  delivered_at: Temporal.Instant | null
  devices: Generated<string[]>
  event_id: string
  id: string
  kind: string
  not_sent: string | null
  person_id: string
  reference: string | null
  requested_at: Temporal.Instant
  sent_at: Temporal.Instant | null
}

interface Devices {
  address: string | null
  id: string
  name: string | null
  person_id: string
  platform: string
  registered_at: Temporal.Instant
  seen_at: Temporal.Instant
  session_id: string | null
  token: string
}

interface DevMails {
  at: Temporal.Instant
  attachments: Generated<ColumnType<unknown, string, string>>
  html: string | null
  id: string
  names_person: string | null
  recipient: string
  subject: string
  text: string
}

interface DevPushes {
  address: string
  at: Temporal.Instant
  id: string
  link: string | null
  text: string
  title: string
}

interface DevSms {
  at: Temporal.Instant
  id: string
  is_reply: boolean
  phone: string
  text: string
}

interface GuestLinks {
  booking_id: string
  person_id: string
  token: string
}

interface Notifications {
  about: ColumnType<unknown, string, string>
  at: Temporal.Instant
  event_id: string
  id: string
  kind: string
  link: string | null
  names_person: string | null
  person_id: string
  read_at: Temporal.Instant | null
}

interface NotifiedVersions {
  state: string | null
  subject: string
  version: number
}

interface People {
  email: string
  is_guest: Generated<boolean>
  locale: string
  name: string
  person_id: string
  sequence: number
  time_zone: string | null
  verified: Generated<boolean>
}

interface Preferences {
  channel: string
  enabled: boolean
  kind: string
  person_id: string
}

interface RealtimeEpochs {
  business_id: string
  epoch: number
}

interface RefusedAddresses {
  address_hash: string
  refused_on: string
}

interface ReminderSettings {
  business_id: string
  minutes_before: number[]
}

interface ShortLinks {
  code: string
  created_at: Temporal.Instant
  delivery_id: string
  path: string
  person_id: string
}

interface SmsNumbers {
  code_hash: string | null
  code_sent_at: Temporal.Instant | null
  code_tries: Generated<number>
  confirmed_at: Temporal.Instant | null
  consent_source: string
  consent_wording: string
  consented_at: Temporal.Instant
  person_id: string
  phone: string
  phone_hash: string
}

interface StoppedNumbers {
  phone_hash: string
  stopped_at: Temporal.Instant
}

interface SuppressedAddresses {
  address_hash: string
  lifted_at: Temporal.Instant | null
  reason: string
  suppressed_at: Temporal.Instant
}

interface UnsubscribedAddresses {
  address_hash: string
  kind: string
  unsubscribed_at: Temporal.Instant
}

interface Visits {
  about: ColumnType<unknown, string, string>
  agreed_at: Temporal.Instant
  booking_id: string
  business_id: string
  is_entered_by_business: boolean
  person_id: string
  sequence: number
  start: Temporal.Instant
  status: string
}

export type Database = KitTables & {
  businesses: Businesses
  calendars: Calendars
  counted_messages: CountedMessages
  deliveries: Deliveries
  dev_mails: DevMails
  dev_pushes: DevPushes
  dev_sms: DevSms
  devices: Devices
  guest_links: GuestLinks
  notifications: Notifications
  notified_versions: NotifiedVersions
  people: People
  preferences: Preferences
  realtime_epochs: RealtimeEpochs
  refused_addresses: RefusedAddresses
  reminder_settings: ReminderSettings
  short_links: ShortLinks
  sms_numbers: SmsNumbers
  stopped_numbers: StoppedNumbers
  suppressed_addresses: SuppressedAddresses
  unsubscribed_addresses: UnsubscribedAddresses
  visits: Visits
}
