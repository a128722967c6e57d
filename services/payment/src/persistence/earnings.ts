import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Currency, Money } from '@buy-locals/values/money'
import { usableZone } from '@buy-locals/values/time'
import type { Database } from './database.ts'

type Db = Kysely<Database>

/** What comes in and goes back. A release and a claw-back only move it on. */
const earning = sql`kind in ('payment', 'refund', 'refund-failed', 'dispute', 'dispute-reinstated')`

const maxReleases = 1_000

export type Release = { date: string; amount: Money }

/** What is held for the business by the day on which it is released, less the market's fee, what a no-show gives back then, and refunds that have not left yet, the next day first. */
export async function listReleases(db: Db, businessId: Id<'business'>, currency: Currency): Promise<Release[]> {
  const { rows } = await sql<{ date: string; amount: number }>`
    select to_char(waiting.release_at at time zone waiting.time_zone, 'YYYY-MM-DD') as date,
      sum(least(part.net, part.remaining - round(part.remaining * fee)))::bigint as amount
    from (
      select payments.id, payments.release_at, payments.fee_basis_points / 10000.0 as fee, bookings.time_zone,
        captured - round(captured * (case bookings.status when 'no-show' then coalesce(refund_share, 0) else 0 end) / 10000.0) as remaining
      from payments join bookings on bookings.id = payments.booking_id
      where payments.business_id = ${businessId} and payments.currency = ${currency}
        and funds = 'held' and release_at is not null
      order by release_at limit ${maxReleases}
    ) waiting
    cross join lateral (
      select sum(net) as net, least(waiting.remaining, sum(gross) - (
        select coalesce(sum(amount), 0) from refunds where payment_id = waiting.id and status = 'requested')) as remaining
      from ledger_transactions where payment_id = waiting.id and ${earning}
    ) part
    group by 1 having sum(part.net) > 0 order by 1 limit 31`.execute(db)
  return rows.map(({ date, amount }) => ({ date, amount: { amount, currency } }))
}

export type Month = { month: string; paid: Money; returned: Money; fee: Money; net: Money }

/** The last twelve months in the zone of the newest booking, the newest first. Grows with the movements of a year. */
export async function listMonths(
  db: Db,
  businessId: Id<'business'>,
  currency: Currency,
  now: Temporal.Instant,
): Promise<Month[]> {
  const newest = await db
    .selectFrom('ledger_transactions')
    .innerJoin('bookings', 'bookings.id', 'ledger_transactions.booking_id')
    .select('bookings.time_zone')
    .where('ledger_transactions.business_id', '=', businessId)
    .orderBy('ledger_transactions.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return []
  const zone = usableZone(newest.time_zone)
  const from = now.toZonedDateTimeISO(zone).with({ day: 1 }).subtract({ months: 11 }).startOfDay().toInstant()
  const { rows } = await sql<Record<Exclude<keyof Month, 'month'>, number> & { month: string }>`
    select to_char(at at time zone ${zone}, 'YYYY-MM') as month,
      coalesce(sum(gross) filter (where kind = 'payment'), 0)::bigint as paid,
      coalesce(sum(gross) filter (where kind <> 'payment'), 0)::bigint as returned,
      sum(fee)::bigint as fee, sum(net)::bigint as net
    from ledger_transactions
    where business_id = ${businessId} and currency = ${currency} and ${earning} and at >= ${from}
    group by 1 order by 1 desc`.execute(db)
  const money = (amount: number): Money => ({ amount, currency })
  return rows.map(({ month, paid, returned, fee, net }) => ({
    ...{ month, paid: money(paid), returned: money(returned), fee: money(fee), net: money(net) },
  }))
}
