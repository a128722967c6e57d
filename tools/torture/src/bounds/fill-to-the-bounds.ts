import { Client } from 'pg'
import { maxMembers, maxMemberships } from '@buy-locals/contracts/auth/limits'
import { maxPerBusiness } from '@buy-locals/contracts/booking/limits'
import { maxMarkets } from '@buy-locals/contracts/business/shapes'
import type { TwoMarkets } from '../two-markets/two-markets.ts'

export const many = 10_000
/** So many of each kind can still be added, by those who call what adds them. */
const roomLeft = 10
const two = (hour: number) => String(hour).padStart(2, '0')
/** With a gap of five minutes after each, in which no request of these tests begins. */
const shifts = Array.from({ length: 8 }, (_, part) => ({
  opens: `${two(part * 3)}:00`,
  closes: `${two(part * 3 + 2)}:55`,
}))
/** Eight shifts on every day, and four hundred special ones on fifty of them. */
export const fullHours = (today: string) => ({
  weekly: ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((day) => shifts.map((shift) => ({ day, ...shift }))),
  special: Array.from({ length: 400 }, (_, index) => ({ date: new Date(Date.parse(today) + Math.floor(index / 8) * 86_400_000).toISOString().slice(0, 10), ...shifts[index % 8] })), // prettier-ignore
})

type Expressions = Record<string, string>

/** Many rows that are like one that is there, but for some columns; `n` is the number of each. */
async function copyRow(db: Client, table: string, where: string, count: number, columns: Expressions): Promise<void> {
  const [schema, name] = table.split('.')
  const { rows } = await db.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' and identity_generation is null and column_default is distinct from 'nextval' order by 1`,
    [schema, name],
  )
  const names = rows.map(({ column_name: column }) => column).filter((column) => columns[column] !== 'default')
  const values = names.map((column) => columns[column] ?? `model."${column}"`)
  const { rowCount } = await db.query(
    `insert into ${table} (${names.map((column) => `"${column}"`).join(', ')})
     select ${values.join(', ')} from (select * from ${table} where ${where} limit 1) model, generate_series(1, ${count}) n`,
  )
  if (rowCount !== count) throw new Error(`${table} has no row to copy where ${where}`)
}

/** As ids are written, in the order of n. */
const numbered = (column: string) => `left(model.${column}, -16) || lpad(n::text, 16, '0')`
const idOf = (prefix: string, from: string) => `'${prefix}_' || left(split_part(model.${from}, '_', 2), 10) || lpad(n::text, 16, '0')` // prettier-ignore

/** Ten thousand of everything that grows with use behind one business and one person, and as many services, staff, resources, blocks and members as there can be. */
export async function fillToTheBounds({ running, people, ours, bookings, subjects }: TwoMarkets): Promise<void> {
  const [subject] = subjects
  if (!subject) throw new Error('Nobody books')
  const booking = bookings.paid(subject)
  const db = new Client({ connectionString: running.databaseUrl })
  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(() => db.end())
  await db.connect()
  await db.query(`set session_replication_role = replica`) // no foreign keys: nothing is read that is missing
  const ofBooking = `id = '${booking.id}'`
  const bookingId = idOf('bkg', 'id')
  const spread = `now() + (n - ${many / 2}) * interval '50 minutes'`
  const customer = `case when n % 2 = 0 then '${people.consumer.id}' else ${idOf('per', 'id')} end`
  await copyRow(db, 'booking.bookings', ofBooking, many * 2, { id: bookingId, consumer_id: customer, start_at: spread, end_at: `${spread} + interval '30 minutes'`, status: `case when n % 4 < 2 then 'completed' else 'confirmed' end`, group_session_id: 'null', complained_at: `case when n % 2 = 1 then now() end`, complaint_text: `case when n % 2 = 1 then 'One ear is longer' end`, complaint_decision: 'null' }) // prettier-ignore
  await copyRow(db, 'booking.people', `id = '${people.consumer.id}'`, many * 2, { id: numbered('id'), email: `n || '@example.com'`, name: `'Customer ' || n` }) // prettier-ignore
  await copyRow(db, 'payment.bookings', ofBooking, many, { id: bookingId })
  await copyRow(db, 'payment.payments', `booking_id = '${booking.id}'`, many, { id: numbered('id'), booking_id: idOf('bkg', 'booking_id'), payment_intent_id: `'pi_' || n`, receipt_number: `'R' || n`, charge_id: `'ch_' || n` }) // prettier-ignore
  await copyRow(db, 'payment.ledger_transactions', `booking_id = '${booking.id}' and kind = 'payment'`, many, { id: numbered('id'), booking_id: idOf('bkg', 'booking_id'), payment_id: numbered('payment_id'), subject: `'n' || n` }) // prettier-ignore
  await db.query(`insert into payment.ledger_entries (transaction_id, account_id, amount, currency) select left(transaction_id, -16) || lpad(n::text, 16, '0'), account_id, amount, currency from (select * from payment.ledger_entries where transaction_id = (select id from payment.ledger_transactions where booking_id = '${booking.id}' and kind = 'payment')) model, generate_series(1, ${many}) n`) // prettier-ignore
  await copyRow(db, 'review.bookings', `booking_id = '${booking.id}'`, many, { booking_id: idOf('bkg', 'booking_id') })
  await db.query(`insert into review.reviews (id, booking_id, business_id, consumer_id, by_name, service_name, stars, text, written_at, version, state) select 'rev_' || left(split_part(booking_id, '_', 2), 10) || lpad(n::text, 16, '0'), 'bkg_' || left(split_part(booking_id, '_', 2), 10) || lpad(n::text, 16, '0'), business_id, consumer_id, 'Cora L.', service_name, 5, repeat('Good. ', 60), now(), 1, 'published' from review.bookings model, generate_series(1, ${many}) n where booking_id = '${booking.id}'`) // prettier-ignore
  await copyRow(db, 'notification.notifications', `person_id = '${people.consumer.id}'`, many, { id: numbered('id'), event_id: `'evt_' || n`, read_at: 'null' }) // prettier-ignore
  await copyRow(db, 'business.businesses', `id = '${ours.id}'`, many, { id: numbered('id'), slug: `'pending-' || n`, status: `'pending'`, source_id: 'null', source: 'null' }) // prettier-ignore
  const hours = `'${JSON.stringify(fullHours(new Date().toISOString().slice(0, 10)))}'::jsonb`
  const room = (table: string, most: number) => db.query(`select count(*)::integer as there from booking.${table} where business_id = '${ours.id}'`).then(({ rows }) => most - roomLeft - Number((rows[0] as { there: number }).there)) // prettier-ignore
  await copyRow(db, 'booking.staff', `id = '${ours.staffId}'`, await room('staff', maxPerBusiness.staff), { id: numbered('id'), hours }) // prettier-ignore
  await db.query(`insert into booking.resources (id, business_id, name, pool, active, version) select 'res_' || left(split_part('${ours.id}', '_', 2), 10) || lpad(n::text, 16, '0'), '${ours.id}', 'Nr ' || n, 'rooms', true, 1 from generate_series(1, ${await room('resources', maxPerBusiness.resources)}) n`) // prettier-ignore
  const [staffIds, resourceIds] = [`(select array_agg(id) from booking.staff where business_id = '${ours.id}' and active)`, `(select array_agg(id) from (select id from booking.resources where business_id = '${ours.id}' and pool = 'rooms' and active limit 50) few)`] // prettier-ignore
  await db.query(`update booking.services set staff_ids = ${staffIds}, resource_ids = ${resourceIds}, step_minutes = 5, duration_minutes = 5, capacity = 1 where id = '${ours.groupId}'`) // prettier-ignore
  const services = await room('services', maxPerBusiness.services)
  await copyRow(db, 'booking.services', `id = '${ours.groupId}'`, services, { id: numbered('id') })
  await copyRow(db, 'business.services', `service_id = '${ours.groupId}'`, services, { service_id: numbered('service_id') }) // prettier-ignore
  // In ten days, and of staff who were not there before: nobody has anything in their calendars.
  const blockStart = `date_trunc('day', now()) + interval '10 days' + (n / cardinality(ids)) * interval '30 minutes'`
  await db.query(`with team as (select array_agg(id) as ids from booking.staff where business_id = '${ours.id}' and id like '%0000000___'), blocked as (insert into booking.blocks (id, business_id, staff_id, start_at, end_at, created_by) select 'blk_' || left(split_part('${ours.id}', '_', 2), 10) || lpad(n::text, 16, '0'), '${ours.id}', ids[1 + n % cardinality(ids)], ${blockStart}, ${blockStart} + interval '15 minutes', '${people.owner.id}' from team, generate_series(1, ${await room('blocks', maxPerBusiness.blocks)}) n returning *) insert into booking.allocations (block_id, calendar_id, during) select id, staff_id, tstzrange(start_at, end_at) from blocked`) // prettier-ignore
  await copyRow(db, 'booking.blocks', `business_id = '${ours.id}'`, many, { id: idOf('blk', 'business_id').replace('lpad(n', 'lpad((n + 1000)'), start_at: `now() - n * interval '1 hour'`, end_at: `now() - n * interval '1 hour' + interval '30 minutes'` }) // prettier-ignore
  await copyRow(db, 'auth.people', `id = '${people.consumer.id}'`, many, { id: numbered('id'), email: `n || '@example.com'` }) // prettier-ignore
  await copyRow(db, 'auth.memberships', `scope = '${ours.id}'`, maxMembers - roomLeft - 3, { person_id: numbered('person_id'), role: `'staff'` }) // prettier-ignore
  await copyRow(db, 'auth.memberships', `scope = '${ours.id}'`, maxMemberships - roomLeft * 2, { person_id: `'${people.consumer.id}'`, scope: idOf('biz', 'scope'), role: `'staff'` }) // prettier-ignore
  await copyRow(db, 'business.markets', `id = '${ours.marketId}'`, maxMarkets - roomLeft * 2, { id: numbered('id'), slug: `'market-' || n` }) // prettier-ignore
  await db.query(`analyze`)
}
