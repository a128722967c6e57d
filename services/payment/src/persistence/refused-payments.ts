import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { refusedPayment } from '@buy-locals/contracts/payment/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Currency } from '@buy-locals/values/money'
import { toSecond } from '@buy-locals/values/time'
import type { Database } from './database.ts'

type Row = {
  id: Id<'payment'>
  booking_id: Id<'booking'>
  business_name: string | null
  service_name: string
  start_at: Temporal.Instant
  time_zone: string
  currency: Currency
  refund: number
  transfer: number
}

/** The newest first. A refund that failed is dealt with once as much was refunded at the provider. */
export async function listPage(
  db: Kysely<Database>,
  marketId: Id<'market'>,
  limit: number,
  before: Id<'payment'> | undefined,
): Promise<z.input<typeof refusedPayment>[]> {
  const { rows } = await sql<Row>`
    select payment.id, payment.booking_id, business.name as business_name, booking.service_name, booking.start_at,
           booking.time_zone, payment.currency, sum(refused.refund)::bigint as refund, sum(refused.transfer)::bigint as transfer
    from (
      select payment_id, amount as refund, 0 as transfer, status
      from refunds where status = 'failed' or (status = 'requested' and attempt >= 10)
      union all
      select payment_id, 0, amount, 'requested' from transfers where done_at is null and attempt >= 10
    ) refused
    join payments payment on payment.id = refused.payment_id
    join bookings booking on booking.id = payment.booking_id
    left join businesses business on business.id = payment.business_id
    where payment.market_id = ${marketId} and (${before ?? null}::text is null or payment.id < ${before ?? null})
      and (refused.status = 'requested' or payment.funds = 'frozen' and (
        select coalesce(sum(made.amount) filter (where made.status = 'failed'), 0)
             > coalesce(sum(made.amount) filter (where made.reason = 'provider' and made.status not in ('failed', 'cancelled')), 0)
        from refunds made where made.payment_id = payment.id))
    group by payment.id, business.id, booking.id
    order by payment.id desc
    limit ${limit}`.execute(db)
  return rows.map(({ id, currency, refund, transfer, ...row }) => ({
    ...{ id, bookingId: row.booking_id, businessName: row.business_name ?? '', serviceName: row.service_name },
    ...{ start: toSecond(row.start_at), timeZone: row.time_zone },
    ...(refund > 0 && { refund: { amount: refund, currency } }),
    ...(transfer > 0 && { transfer: { amount: transfer, currency } }),
  }))
}
