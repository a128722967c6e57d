import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import type { bookingHeld } from '@buy-locals/contracts/booking/events'
import { newestOfEach } from '@buy-locals/service-kit/projection'
import type { Id } from '@buy-locals/values/ids'
import type { BasisPoints, Currency, Money } from '@buy-locals/values/money'
import { usableZone } from '@buy-locals/values/time'
import type { BookingState } from '../domain/funds-decision.ts'
import type { Database } from './database.ts'

export type BookingEvent = Envelope<DataOf<typeof bookingHeld>>

/** A booking of the booking service, as its newest event has it. */
export type ProjectedBooking = BookingState & {
  id: Id<'booking'>
  businessId: Id<'business'>
  marketId: Id<'market'>
  consumerId: Id<'person'>
  manageTokenHash: string | undefined
  serviceName: string
  start: Temporal.Instant
  timeZone: string
  payment: string
  deposit: Money
  feeBasisPoints: BasisPoints | undefined
}

export async function find(db: Kysely<Database>, id: Id<'booking'>): Promise<ProjectedBooking | undefined> {
  const row = await db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Changes of one booking's money wait for each other. */
export async function lock(tx: Transaction<Database>, id: Id<'booking'>): Promise<ProjectedBooking | undefined> {
  const row = await tx.selectFrom('bookings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Returns the bookings of which there was news; their rows are locked. The fee stays as it was at the first event. */
export async function project(tx: Transaction<Database>, events: readonly BookingEvent[]): Promise<ProjectedBooking[]> {
  const newest = newestOfEach(events)
  const [first] = newest
  if (!first) return []
  const values = newest.map((event) => ({
    ...toRow(event),
    fee_basis_points: tx.selectFrom('markets').select('fee_basis_points').where('id', '=', event.data.marketId),
  }))
  const { id: _, status_since: __, ...replaced } = toRow(first)
  const changed = await tx
    .insertInto('bookings')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((column) => ({
          ...Object.fromEntries(Object.keys(replaced).map((name) => [name, sql.ref(`excluded.${name}`)])),
          // A later event with the same status does not make it begin later.
          status_since: column
            .case()
            .whenRef('bookings.status', '=', 'excluded.status')
            .then(column.ref('bookings.status_since'))
            .else(column.ref('excluded.status_since'))
            .end(),
          fee_basis_points: column.fn.coalesce('bookings.fee_basis_points', 'excluded.fee_basis_points'),
        }))
        .whereRef('bookings.sequence', '<', 'excluded.sequence'),
    )
    .returningAll()
    .execute()
  return changed.map(fromRow)
}

const toRow = ({ at, data, sequence }: BookingEvent) => ({
  id: data.id,
  business_id: data.businessId,
  market_id: data.marketId,
  consumer_id: data.consumerId,
  manage_token_hash: data.manageTokenHash ?? null,
  status: data.status,
  service_name: data.serviceName,
  start_at: Temporal.Instant.from(data.start),
  time_zone: data.timeZone,
  payment: data.payment,
  deposit_amount: data.deposit.amount,
  currency: data.deposit.currency,
  hold_expires_at: data.holdExpiresAt ? Temporal.Instant.from(data.holdExpiresAt) : null,
  held_move_version: data.heldMove?.version ?? null,
  held_move_due: data.heldMove?.due.amount ?? null,
  held_move_expires_at: data.heldMove ? Temporal.Instant.from(data.heldMove.holdExpiresAt) : null,
  refund_share: data.refundShare ?? null,
  business_refund: data.businessRefund?.amount ?? null,
  has_complaint: data.complainedAt !== undefined,
  complaint_decision: data.complaintDecision ?? null,
  complaints_end_at: data.complaintsEndAt ? Temporal.Instant.from(data.complaintsEndAt) : null,
  is_final: data.isFinal ?? false,
  sequence,
  status_since: Temporal.Instant.from(data.completedAt ?? at),
})

export async function removeManageTokens(db: Kysely<Database>, consumerId: Id<'person'>): Promise<void> {
  await db.updateTable('bookings').set({ manage_token_hash: null }).where('consumer_id', '=', consumerId).execute()
}

function toHeldMove(row: Selectable<Database['bookings']>): BookingState['heldMove'] {
  const { held_move_version: version, held_move_due: due, held_move_expires_at: expiresAt } = row
  if (version === null || due === null || expiresAt === null) return undefined
  return { version, due: { amount: due, currency: row.currency as Currency }, expiresAt }
}

function fromRow(row: Selectable<Database['bookings']>): ProjectedBooking {
  return {
    id: row.id as Id<'booking'>,
    businessId: row.business_id as Id<'business'>,
    marketId: row.market_id as Id<'market'>,
    consumerId: row.consumer_id as Id<'person'>,
    manageTokenHash: row.manage_token_hash ?? undefined,
    status: row.status as BookingState['status'],
    serviceName: row.service_name,
    start: row.start_at,
    timeZone: usableZone(row.time_zone),
    payment: row.payment,
    deposit: { amount: row.deposit_amount, currency: row.currency as Currency },
    holdExpiresAt: row.hold_expires_at ?? undefined,
    heldMove: toHeldMove(row),
    refundShare: row.refund_share ?? undefined,
    businessRefund:
      row.business_refund === null ? undefined : { amount: row.business_refund, currency: row.currency as Currency },
    hasComplaint: row.has_complaint,
    complaintDecision: (row.complaint_decision ?? undefined) as BookingState['complaintDecision'],
    complaintsEndAt: row.complaints_end_at ?? undefined,
    isFinal: row.is_final,
    statusSince: row.status_since,
    feeBasisPoints: row.fee_basis_points ?? undefined,
  }
}
