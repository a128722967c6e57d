// Made by `npm run generate` from the migrations of this service.
import type { Temporal } from 'temporal-polyfill'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

interface Allocations {
  block_id: string | null
  booking_id: string | null
  calendar_id: string
  during: string
  expires_at: Temporal.Instant | null
  group_session_id: string | null
  id: Generated<number>
  live: Generated<boolean>
}

interface Availability {
  counted_at: Temporal.Instant | null
  counted_from: string | null
  days: ColumnType<unknown, string, string>
  service_id: string
  version: number
}

interface Blocks {
  business_id: string
  created_by: string
  end_at: Temporal.Instant
  id: string
  kind: string | null
  note: string | null
  resource_id: string | null
  series_id: string | null
  service_id: string | null
  staff_id: string | null
  start_at: Temporal.Instant
}

interface Bookings {
  accepted_privacy: string | null
  accepted_terms: string | null
  business_id: string
  business_refund: number | null
  cancelled_at: Temporal.Instant | null
  cancelled_by: string | null
  complained_at: Temporal.Instant | null
  complaint_decision: string | null
  complaint_replied_at: Temporal.Instant | null
  complaint_reply: string | null
  complaint_text: string | null
  complaints_end_at: Temporal.Instant | null
  completed_at: Temporal.Instant | null
  completed_by: string | null
  consumer_id: string
  created_at: Temporal.Instant
  currency: string
  customer_id: string | null
  deposit_amount: number
  end_at: Temporal.Instant
  entered_by_business: Generated<boolean>
  group_session_id: string | null
  held_move: ColumnType<unknown, string, string> | null
  held_move_expires_at: Temporal.Instant | null
  hold_expires_at: Temporal.Instant | null
  id: string
  is_final: Generated<boolean>
  is_guest: boolean
  local_start: string
  manage_token_hash: string | null
  market_id: string
  note: string | null
  offered_share: number | null
  party_size: number
  payment: string
  policy: ColumnType<unknown, string, string>
  previous_start_at: Temporal.Instant | null
  price_amount: number
  reason: string | null
  refund_share: number | null
  requested_from: string | null
  rescheduled_at: Temporal.Instant | null
  rescheduled_by: string | null
  service_id: string
  service_name: string
  staff_id: string | null
  staff_name: string | null
  start_at: Temporal.Instant
  status: string
  time_zone: string
  venue: ColumnType<unknown, string, string> | null
  version: number
}

interface Businesses {
  address: string
  currency: string
  hours: ColumnType<unknown, string, string> | null
  id: string
  market_id: string
  name: string
  phone: string | null
  sequence: number
  status: string
  time_zone: string
}

interface CustomerNotes {
  customer_id: string
  id: string
  text: string
  version: number
  written_at: Temporal.Instant
}

interface Customers {
  business_id: string
  email: string | null
  has_account: boolean
  id: string
  key: string
  name: string
  phone: string | null
  search_text: Generated<string>
  sort_name: Generated<string>
}

interface FarAvailability {
  counted_at: Temporal.Instant | null
  counted_from: string | null
  days: ColumnType<unknown, string, string>
  from_date: string
  service_id: string
  version: number
}

interface FarCounts {
  business_id: string
  next_from: string
  remaining: number
}

interface GroupSessions {
  buffer_after_minutes: number
  buffer_before_minutes: number
  business_id: string
  calendar_ids: string[]
  capacity: number
  end_at: Temporal.Instant
  id: string
  live: Generated<boolean>
  seats_taken: Generated<number>
  service_id: string
  staff_id: string | null
  start_at: Temporal.Instant
}

interface Markets {
  complaint_hours: number
  id: string
  sequence: number
}

interface MessageReports {
  booking_id: string
  decided_at: Temporal.Instant | null
  id: string
  market_id: string
  number: number
  outcome: string | null
  outcome_reason: string | null
  reason: string
  reported_at: Temporal.Instant
}

interface Messages {
  booking_id: string
  number: number
  sent_at: Temporal.Instant
  sent_by: string
  text: string
}

interface Payees {
  business_id: string
  charges_enabled: boolean
  sequence: number
}

interface PaymentsHandled {
  at: Temporal.Instant
  booking_id: string
  outcome: string
  payment_id: string
}

interface People {
  email: string | null
  email_verified: boolean
  id: string
  kind: string
  locale: string
  name: string
  phone: string | null
  sequence: number
}

interface Resources {
  active: boolean
  business_id: string
  id: string
  name: string
  pool: string | null
  version: number
}

interface Services {
  active: boolean
  buffer_after_minutes: number
  buffer_before_minutes: number
  business_id: string
  capacity: number
  currency: string
  deposit_amount: number | null
  deposit_basis_points: number
  description: string | null
  duration_minutes: number
  id: string
  max_horizon_days: number
  min_notice_minutes: number
  name: string
  payment: string
  policy: ColumnType<unknown, string, string>
  price_amount: number
  resource_ids: string[]
  staff_ids: string[]
  step_minutes: number
  version: number
}

interface Staff {
  active: boolean
  business_id: string
  hours: ColumnType<unknown, string, string> | null
  id: string
  name: string
  person_id: string | null
  title: string | null
  version: number
}

interface Threads {
  booking_id: string
  business_unread_since: Temporal.Instant | null
  consumer_unread_since: Temporal.Instant | null
  last_number: number
  last_sent_at: Temporal.Instant
  read_by_business: Generated<number>
  read_by_consumer: Generated<number>
  version: number
}

export type Database = KitTables & {
  allocations: Allocations
  availability: Availability
  blocks: Blocks
  bookings: Bookings
  businesses: Businesses
  customer_notes: CustomerNotes
  customers: Customers
  far_availability: FarAvailability
  far_counts: FarCounts
  group_sessions: GroupSessions
  markets: Markets
  message_reports: MessageReports
  messages: Messages
  payees: Payees
  payments_handled: PaymentsHandled
  people: People
  resources: Resources
  services: Services
  staff: Staff
  threads: Threads
}
