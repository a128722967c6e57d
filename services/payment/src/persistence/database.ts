// Made by `npm run generate` from the migrations of this service.
import type { Temporal } from 'temporal-polyfill'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

interface Bookings {
  business_id: string
  business_refund: number | null
  complaint_decision: string | null
  complaints_end_at: Temporal.Instant | null
  consumer_id: string
  currency: string
  deposit_amount: number
  fee_basis_points: number | null
  has_complaint: boolean
  held_move_due: number | null
  held_move_expires_at: Temporal.Instant | null
  held_move_version: number | null
  hold_expires_at: Temporal.Instant | null
  id: string
  is_final: Generated<boolean>
  manage_token_hash: string | null
  market_id: string
  payment: string
  refund_share: number | null
  sequence: number
  service_name: string
  start_at: Temporal.Instant
  status: string
  status_since: Temporal.Instant
  time_zone: string
}

interface Businesses {
  country: string
  currency: string
  id: string
  name: string
  sequence: number
}

interface ClawBacks {
  amount: number
  business_id: string
  currency: string
  id: string
  payment_id: string
  reference: string | null
  status: string
}

interface ComparedEvents {
  id: Generated<boolean>
  last_event_id: string
}

interface Disputes {
  amount: number
  created_at: Temporal.Instant
  fee: number
  id: string
  payment_id: string
  reason: string
  reference: string
  respond_by: Temporal.Instant | null
  status: string
  version: number
  withdrawn: number
}

interface LedgerAccounts {
  currency: string
  id: string
  kind: string
  owner: string
}

interface LedgerEntries {
  account_id: string
  amount: number
  currency: string
  id: Generated<number>
  transaction_id: string
}

interface LedgerSums {
  business_id: string
  currency: string
  held: number
  owed: number
  released: number
}

interface LedgerTransactions {
  at: Temporal.Instant
  booking_id: string
  business_id: string
  currency: string
  fee: number
  gross: number
  id: string
  kind: string
  net: number
  payment_id: string
  subject: string
}

interface Markets {
  complaint_hours: number
  fee_basis_points: number
  id: string
  sequence: number
  slug: string
}

interface Payees {
  account: string
  accounts_made: number
  business_id: string
  charges_enabled: boolean
  deauthorized: boolean
  details_submitted: boolean
  onboarding_since: Temporal.Instant
  payouts_enabled: boolean
  requirements: string[]
  version: number
}

interface Payments {
  amount: number
  booking_id: string
  business_id: string
  captured: number
  card_brand: string | null
  card_last4: string | null
  charge_id: string | null
  consumer_id: string
  created_at: Temporal.Instant
  currency: string
  excess: number
  fee_basis_points: number
  funds: string
  id: string
  market_id: string
  move_version: number | null
  paid_at: Temporal.Instant | null
  payment_intent_id: string | null
  receipt_number: string | null
  refunded: number
  release_at: Temporal.Instant | null
  status: string
  unusable: boolean
  version: number
}

interface ReceiptNumbers {
  last_number: number
  market_id: string
}

interface Refunds {
  amount: number
  attempt: number
  created_at: Temporal.Instant
  done_at: Temporal.Instant | null
  id: string
  payment_id: string
  reason: string
  reference: string | null
  status: string
}

interface StripeEvents {
  id: string
  object_id: string
  received_at: Temporal.Instant
  type: string
}

interface Transfers {
  account: string
  amount: number
  attempt: number
  business_id: string
  created_at: Temporal.Instant
  done_at: Temporal.Instant | null
  id: string
  net: number
  payment_id: string
  reference: string | null
}

export type Database = KitTables & {
  bookings: Bookings
  businesses: Businesses
  claw_backs: ClawBacks
  compared_events: ComparedEvents
  disputes: Disputes
  ledger_accounts: LedgerAccounts
  ledger_entries: LedgerEntries
  ledger_sums: LedgerSums
  ledger_transactions: LedgerTransactions
  markets: Markets
  payees: Payees
  payments: Payments
  receipt_numbers: ReceiptNumbers
  refunds: Refunds
  stripe_events: StripeEvents
  transfers: Transfers
}
