// Made by `npm run generate` from the migrations of this service.
import type { Temporal } from 'temporal-polyfill'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

import type { ColumnType } from 'kysely'

interface Businesses {
  business_id: string
  name: string
  sequence: number
  slug: string
}

interface Deliveries {
  event_id: string
  id: string
  kind: string
  not_sent: string | null
  person_id: string
  requested_at: Temporal.Instant
  sent_at: Temporal.Instant | null
}

interface DevMails {
  at: Temporal.Instant
  html: string | null
  id: string
  recipient: string
  subject: string
  text: string
}

interface Notifications {
  about: ColumnType<unknown, string, string>
  at: Temporal.Instant
  event_id: string
  id: string
  kind: string
  link: string | null
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
  locale: string
  name: string
  person_id: string
  sequence: number
}

export type Database = KitTables & {
  businesses: Businesses
  deliveries: Deliveries
  dev_mails: DevMails
  notifications: Notifications
  notified_versions: NotifiedVersions
  people: People
}
