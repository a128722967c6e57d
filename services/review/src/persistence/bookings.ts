import type { Kysely, Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { bookingHeld } from '@buy-locals/contracts/booking/events'
import type { BookingStatus } from '@buy-locals/contracts/booking/shapes'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { createdAt, type Id } from '@buy-locals/values/ids'
import { upsertNewer } from '@buy-locals/service-kit/projection'
import { canBeReviewed } from '../domain/review.ts'
import type { Database } from './database.ts'

export type ProjectedBooking = {
  id: Id<'booking'>
  businessId: Id<'business'>
  marketId: Id<'market'>
  consumerId: Id<'person'>
  manageTokenHash: string | null
  isEnteredByBusiness: boolean
  serviceName: string
  status: BookingStatus
  isReviewable: boolean
  bookedAt: Temporal.Instant
}

export async function find(db: Kysely<Database>, id: Id<'booking'>): Promise<ProjectedBooking | undefined> {
  const row = await db.selectFrom('bookings').selectAll().where('booking_id', '=', id).executeTakeFirst()
  return (
    row && {
      id,
      businessId: row.business_id as Id<'business'>,
      marketId: row.market_id as Id<'market'>,
      consumerId: row.consumer_id as Id<'person'>,
      manageTokenHash: row.manage_token_hash,
      isEnteredByBusiness: row.entered_by_business,
      serviceName: row.service_name,
      status: row.status as BookingStatus,
      isReviewable: row.reviewable,
      bookedAt: row.booked_at ?? Temporal.Instant.fromEpochMilliseconds(createdAt(id)),
    }
  )
}

/** Of a booking that has its review. */
export async function findMarket(db: Kysely<Database>, id: Id<'booking'>): Promise<Id<'market'>> {
  const market = db.selectFrom('bookings').select('market_id').where('booking_id', '=', id)
  return (await market.executeTakeFirstOrThrow()).market_id as Id<'market'>
}

export async function project(
  db: Kysely<Database>,
  events: readonly Envelope<DataOf<typeof bookingHeld>>[],
): Promise<void> {
  await upsertNewer(db, 'bookings', ['booking_id'], ...events.map(toRow))
}

function toRow({ data, sequence }: Envelope<DataOf<typeof bookingHeld>>) {
  return {
    booking_id: data.id,
    business_id: data.businessId,
    market_id: data.marketId,
    consumer_id: data.consumerId,
    manage_token_hash: data.manageTokenHash ?? null,
    entered_by_business: data.isEnteredByBusiness ?? false,
    service_name: data.serviceName,
    status: data.status,
    reviewable: canBeReviewed(data),
    booked_at: Temporal.Instant.from(data.createdAt),
    sequence,
  }
}

export async function removeManageTokens(tx: Transaction<Database>, consumerId: Id<'person'>): Promise<void> {
  await tx.updateTable('bookings').set({ manage_token_hash: null }).where('consumer_id', '=', consumerId).execute()
}
