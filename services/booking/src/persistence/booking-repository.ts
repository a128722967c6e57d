import { sql, type Kysely, type RawBuilder, type Selectable, type Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { BookingStatus, Policy, Venue } from '@buy-locals/contracts/booking/shapes'
import type { DocumentVersions } from '@buy-locals/contracts/documents'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import { usableZone } from '@buy-locals/values/time'
import { acceptsDocuments, type Booking, type HeldMove } from '../domain/booking.ts'
import { notFound } from '../domain/not-found.ts'
import type { Database } from './database.ts'
import { selectGuest, selectPerson, upsertCustomer } from './customers.ts'
import { toGuestRow, type Guest } from './people.ts'

type Instant = Temporal.Instant
type Db = Kysely<Database>
type Tx = Transaction<Database>

export async function find(db: Db, id: Id<'booking'>): Promise<Booking> {
  const row = await db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('booking', id)
  return fromRow(row)
}

export async function lock(tx: Tx, id: Id<'booking'>): Promise<Booking> {
  const row = await tx.selectFrom('bookings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('booking', id)
  return fromRow(row)
}

/** A guest is stored with it, and whoever it is is a customer of the business. */
export async function insert(
  tx: Tx,
  booking: Booking,
  {
    documents,
    requestedFrom,
    guest,
  }: { documents: DocumentVersions; requestedFrom?: string | undefined; guest?: Guest | undefined },
): Promise<void> {
  const own = {
    id: booking.id,
    requested_from: requestedFrom ?? null,
    created_at: booking.createdAt,
    ...(acceptsDocuments(booking) && { accepted_terms: documents.terms, accepted_privacy: documents.privacy }),
  }
  const person = guest ? selectGuest(guest) : selectPerson(booking.consumerId)
  const from = guest ? tx.with('guest', (rows) => rows.insertInto('people').values(toGuestRow(guest))) : tx
  await from
    .with('customer', () => sql<{ id: string }>`(${upsertCustomer(booking.businessId, person)})`)
    .insertInto('bookings')
    .values((row) => ({ ...toRow(booking), ...own, customer_id: row.selectFrom('customer').select('customer.id') }))
    .execute()
}

export async function update(tx: Tx, booking: Booking): Promise<void> {
  const isUnpaidVisit = booking.status === 'confirmed' && booking.payment !== 'online'
  const counts = booking.status === 'held' || booking.heldMove !== undefined || isUnpaidVisit
  const cleared = counts ? {} : { requested_from: null } // kept no longer than it counts
  await tx
    .updateTable('bookings')
    .set({ ...toRow(booking), ...cleared })
    .where('id', '=', booking.id)
    .execute()
}

/** Of a paid booking that holds another time. */
export async function setRequestedFrom(tx: Tx, id: Id<'booking'>, requestedFrom: string): Promise<void> {
  await tx.updateTable('bookings').set({ requested_from: requestedFrom }).where('id', '=', id).execute()
}

/** Where an unpaid booking was requested from, hashed, as long as it counts towards a limit. */
export async function findRequestedFrom(tx: Tx, id: Id<'booking'>): Promise<string | undefined> {
  const row = await tx.selectFrom('bookings').select('requested_from').where('id', '=', id).executeTakeFirst()
  return row?.requested_from ?? undefined
}

/** How many live bookings each of these staff members has between two instants. */
export const selectCountsByStaff = (
  staffIds: readonly string[],
  { from, to }: { from: Instant; to: Instant },
): RawBuilder<{ staff_id: string; count: number }> => sql`
  select staff_id, count(*)::integer as count from bookings
  where staff_id = any(${staffIds}) and status in ('held', 'pending', 'confirmed', 'completed')
    and start_at >= ${from} and start_at < ${to}
  group by staff_id`

/** The bookings of guests with this mail address that no account has claimed. */
export async function lockOfGuest(tx: Tx, email: string): Promise<Booking[]> {
  const rows = await tx
    .selectFrom('bookings')
    .selectAll()
    .where('is_guest', '=', sql.lit(true))
    .where('consumer_id', 'in', (people) =>
      people.selectFrom('people').select('id').where('kind', '=', sql.lit('guest')).where('email', '=', email),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(fromRow)
}

/** Everybody who has a seat of a group session. */
export async function lockOfSession(tx: Tx, id: Id<'groupSession'>): Promise<Booking[]> {
  const rows = await tx
    .selectFrom('bookings')
    .selectAll()
    .where('group_session_id', '=', id)
    .where('status', 'in', [sql.lit('held'), sql.lit('pending'), sql.lit('confirmed')])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(fromRow)
}

/** Unpaid holds of a business whose time is over and that touch this range, and any that was held for a move: no constraint can know what time it is. */
export async function findExpiredHolds(
  db: Db,
  ...where: Parameters<typeof selectExpiredHolds>
): Promise<Id<'booking'>[]> {
  return (await selectExpiredHolds(...where).execute(db)).rows.map(({ id }) => id)
}

export const selectExpiredHolds = (
  businessId: Id<'business'>,
  { from, to }: { from: Instant; to: Instant },
  now: Instant,
): RawBuilder<{ id: Id<'booking'> }> => sql`
  select id from bookings
  where status = 'held' and hold_expires_at <= ${now} and business_id = ${businessId}
    and start_at < ${to.add({ hours: 4 })} and end_at > ${from.subtract({ hours: 4 })}
  union
  select id from bookings where held_move_expires_at <= ${now} and business_id = ${businessId}
  order by id`

/** With a complaint that waits for a decision. */
export async function listComplained(db: Db): Promise<Booking[]> {
  const rows = await db
    .selectFrom('bookings')
    .selectAll()
    .where('complained_at', 'is not', null)
    .where('complaint_decision', 'is', null)
    .where('status', '<>', sql.lit('cancelled'))
    .orderBy('complained_at')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function* all(db: Db, batch = 500): AsyncGenerator<Booking[]> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('bookings')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute()
    if (rows.length === 0) return
    yield rows.map(fromRow)
    after = rows.at(-1)?.id ?? after
  }
}

function toRow(booking: Booking) {
  return {
    business_id: booking.businessId,
    market_id: booking.marketId,
    service_id: booking.serviceId,
    service_name: booking.serviceName,
    staff_id: booking.staffId ?? null,
    staff_name: booking.staffName ?? null,
    consumer_id: booking.consumerId,
    is_guest: booking.isGuest,
    manage_token_hash: booking.manageTokenHash ?? null,
    entered_by_business: booking.isEnteredByBusiness ?? false,
    status: booking.status,
    start_at: booking.start,
    end_at: booking.end,
    venue: booking.venue ? JSON.stringify(booking.venue) : null,
    time_zone: booking.timeZone,
    local_start: booking.localStart,
    party_size: booking.partySize,
    price_amount: booking.price.amount,
    deposit_amount: booking.deposit.amount,
    currency: booking.price.currency,
    payment: booking.payment,
    policy: JSON.stringify(booking.policy),
    hold_expires_at: booking.holdExpiresAt ?? null,
    cancelled_by: booking.cancelledBy ?? null,
    cancelled_at: booking.cancelledAt ?? null,
    reason: booking.reason ?? null,
    refund_share: booking.refundShare ?? null,
    business_refund: booking.businessRefund?.amount ?? null,
    completed_at: booking.completedAt ?? null,
    completed_by: booking.completedBy ?? null,
    complaints_end_at: booking.complaintsEndAt ?? null,
    is_final: booking.isFinal,
    rescheduled_at: booking.rescheduledAt ?? null,
    rescheduled_by: booking.rescheduledBy ?? null,
    previous_start_at: booking.previousStart ?? null,
    held_move: booking.heldMove ? JSON.stringify(booking.heldMove) : null,
    held_move_expires_at: booking.heldMove?.holdExpiresAt ?? null,
    complained_at: booking.complainedAt ?? null,
    complaint_text: booking.complaintText ?? null,
    complaint_reply: booking.complaintReply ?? null,
    complaint_replied_at: booking.complaintRepliedAt ?? null,
    offered_share: booking.offeredShare ?? null,
    complaint_decision: booking.complaintDecision ?? null,
    note: booking.note ?? null,
    group_session_id: booking.groupSessionId ?? null,
    version: booking.version,
  }
}

type Stored<T> = { [K in keyof T]: T[K] extends Instant ? string : T[K] }

const toHeldMove = ({ start, end, from, to, holdExpiresAt, ...more }: Stored<HeldMove>): HeldMove => ({
  ...more,
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
  from: Temporal.Instant.from(from),
  to: Temporal.Instant.from(to),
  holdExpiresAt: Temporal.Instant.from(holdExpiresAt),
})

export function fromRow(row: Selectable<Database['bookings']>): Booking {
  const currency = row.currency as Currency
  return {
    id: row.id as Id<'booking'>,
    businessId: row.business_id as Id<'business'>,
    marketId: row.market_id as Id<'market'>,
    serviceId: row.service_id as Id<'service'>,
    serviceName: row.service_name,
    staffId: (row.staff_id ?? undefined) as Id<'staff'> | undefined,
    staffName: row.staff_name ?? undefined,
    consumerId: row.consumer_id as Id<'person'>,
    isGuest: row.is_guest,
    manageTokenHash: row.manage_token_hash ?? undefined,
    isEnteredByBusiness: row.entered_by_business,
    status: row.status as BookingStatus,
    start: row.start_at,
    end: row.end_at,
    venue: (row.venue ?? undefined) as Venue | undefined,
    timeZone: usableZone(row.time_zone),
    localStart: row.local_start,
    partySize: row.party_size,
    price: { amount: row.price_amount, currency },
    deposit: { amount: row.deposit_amount, currency },
    payment: row.payment as Booking['payment'],
    policy: row.policy as Policy,
    holdExpiresAt: row.hold_expires_at ?? undefined,
    cancelledBy: (row.cancelled_by ?? undefined) as Booking['cancelledBy'],
    cancelledAt: row.cancelled_at ?? undefined,
    reason: row.reason ?? undefined,
    refundShare: row.refund_share ?? undefined,
    businessRefund: row.business_refund === null ? undefined : { amount: row.business_refund, currency },
    completedAt: row.completed_at ?? undefined,
    completedBy: (row.completed_by ?? undefined) as Booking['completedBy'],
    complaintsEndAt: row.complaints_end_at ?? undefined,
    isFinal: row.is_final,
    rescheduledAt: row.rescheduled_at ?? undefined,
    rescheduledBy: (row.rescheduled_by ?? undefined) as Booking['rescheduledBy'],
    previousStart: row.previous_start_at ?? undefined,
    heldMove: row.held_move ? toHeldMove(row.held_move as Stored<HeldMove>) : undefined,
    complainedAt: row.complained_at ?? undefined,
    complaintText: row.complaint_text ?? undefined,
    complaintReply: row.complaint_reply ?? undefined,
    complaintRepliedAt: row.complaint_replied_at ?? undefined,
    offeredShare: row.offered_share ?? undefined,
    complaintDecision: (row.complaint_decision ?? undefined) as Booking['complaintDecision'],
    note: row.note ?? undefined,
    groupSessionId: (row.group_session_id ?? undefined) as Id<'groupSession'> | undefined,
    createdAt: row.created_at,
    version: row.version,
  }
}
