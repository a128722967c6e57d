// Made by `npm run generate` from the migrations of this service.
import type { Temporal } from 'temporal-polyfill'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

interface Availability {
  afternoon: number[] | null
  afternoon_until: Generated<number | null>
  business_id: string
  date: string
  evening: number[] | null
  evening_until: Generated<number | null>
  free_starts: number
  min_notice_minutes: Generated<number>
  morning: number[] | null
  morning_until: Generated<number | null>
  price_amount: number | null
  price_currency: string | null
  service_id: string
  version: number
}

interface Businesses {
  address_is_private: Generated<boolean>
  categories: string[]
  city: string
  claimed: boolean
  country: string
  currency: string
  decision: ColumnType<unknown, string, string> | null
  description: string | null
  exact_lat: number | null
  exact_lon: number | null
  form_version: Generated<number>
  hours: ColumnType<unknown, string, string> | null
  id: string
  lat: number
  lon: number
  market_id: string
  name: string
  phone: string | null
  photos: Generated<ColumnType<unknown, string, string>>
  postcode: string | null
  price_level: number | null
  proposed: ColumnType<unknown, string, string> | null
  region: string | null
  site_number: number | null
  slug: string
  source: ColumnType<unknown, string, string> | null
  source_id: string | null
  status: string
  street: string | null
  time_zone: string
  version: number
  website: string | null
}

interface Claims {
  business_id: string
  created_at: Temporal.Instant
  decided_at: Temporal.Instant | null
  expires_at: Temporal.Instant | null
  id: string
  market_id: string
  note: string | null
  person_id: string
  reason: string | null
  status: string
  token_hash: string | null
}

interface ListingReports {
  business_id: string
  id: string
  kind: string
  market_id: string
  note: string | null
  reported_at: Temporal.Instant
  resolved_at: Temporal.Instant | null
}

interface Markets {
  complaint_hours: number
  contact_email: string | null
  contact_phone: string | null
  currency: string
  fee_basis_points: number
  id: string
  lat: number
  lon: number
  name: string
  slug: string
  time_zone: string
  version: number
}

interface Photos {
  alt: string
  business_id: string
  created_at: Temporal.Instant
  files: Generated<string[]>
  id: string
  position: number
  refusal: string | null
  refused_at: Temporal.Instant | null
  shown: ColumnType<unknown, string, string> | null
  status: string
  subject: string
  version: Generated<number>
}

interface Ratings {
  bayes: number
  business_id: string
  count: number
  mean: number
  version: number
}

interface SearchCounts {
  businesses: number
  cell: string
  changed_in: Generated<string>
  label: string
}

interface SearchDocs {
  bayes: number
  business_id: string
  cells: string[]
  count_cell: string
  hours: string | null
  labels: string[]
  lat: number
  lon: number
  pos: string
  price_level: number | null
  rating: number
  terms: string
  tier: Generated<number>
  time_zone: string
  town_cell: string
}

interface SearchExceptions {
  business_id: string
  date: string
  hours: string
}

interface SearchTerms {
  term: string
}

interface Services {
  active: boolean
  business_id: string
  name: string
  service_id: string
  version: number
}

interface Slugs {
  business_id: string
  slug: string
}

export type Database = KitTables & {
  availability: Availability
  businesses: Businesses
  claims: Claims
  listing_reports: ListingReports
  markets: Markets
  photos: Photos
  ratings: Ratings
  search_counts: SearchCounts
  search_docs: SearchDocs
  search_exceptions: SearchExceptions
  search_terms: SearchTerms
  services: Services
  slugs: Slugs
}
