// Made by `npm run generate` from the migrations of this service.
import type { Temporal } from 'temporal-polyfill'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'

import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

interface Bookings {
  booked_at: Temporal.Instant | null
  booking_id: string
  business_id: string
  consumer_id: string
  entered_by_business: Generated<boolean>
  manage_token_hash: string | null
  market_id: string
  reviewable: Generated<boolean>
  sequence: number
  service_name: string
  status: string
}

interface Businesses {
  business_id: string
  category: string
  is_published: boolean
  market_id: string
  sequence: number
}

interface Flags {
  business_id: string
  decided_at: Temporal.Instant | null
  flagged_at: Temporal.Instant
  flagged_by: string
  market_id: string
  outcome: string | null
  outcome_reason: string | null
  reason: string | null
  review_id: string
}

interface People {
  name: string
  person_id: string
  sequence: number
}

interface Photos {
  alt: string
  consumer_id: string
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

interface PriorRatings {
  category: string
  count: number
  market_id: string
  sum: number
}

interface Ratings {
  bayes: number
  business_id: string
  stars_1: Generated<number>
  stars_2: Generated<number>
  stars_3: Generated<number>
  stars_4: Generated<number>
  stars_5: Generated<number>
  version: number
}

interface Reviews {
  booking_id: string
  business_id: string
  by_name: string
  consumer_id: string
  id: string
  reply_at: Temporal.Instant | null
  reply_by: string | null
  reply_text: string | null
  service_name: string
  stars: number
  state: string
  text: string | null
  version: number
  written_at: Temporal.Instant
}

export type Database = KitTables & {
  bookings: Bookings
  businesses: Businesses
  flags: Flags
  people: People
  photos: Photos
  prior_ratings: PriorRatings
  ratings: Ratings
  reviews: Reviews
}
