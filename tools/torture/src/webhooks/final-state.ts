import { sql, type Kysely } from 'kysely'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import { countBy } from '../report.ts'
import type { InternalApi } from '../server-inside.ts'
import { booksOf } from '../stripe.ts'

type Line = { of: string; is: string }

/** News that something later may overtake: of what is known to be cancelled nobody is told any more that it was booked. */
const overtaken = { kinds: ['booking-confirmed', 'booking-new', 'booking-expired'], mails: /^Booked: / }

/** What a day has come to, by the labels of its bookings: no id and no time is in it, so that two towns can be compared. */
export async function finalState({ running, stripe }: InternalApi): Promise<string[]> {
  const db = (name: 'booking' | 'payment' | 'notification') => {
    const found = running.composed.databases.get(name)
    if (!found) throw new Error(`There is no database of ${name}`)
    return found
  }
  const bookings = await lines(
    db('booking'),
    sql`
    select id as of, note || ': ' || concat_ws(' ', status, cancelled_by, refund_share, complaint_decision) as is from bookings`,
  )
  const labels = new Map(bookings.map(({ of, is }) => [of, is.split(':')[0]]))
  const labelled = ({ of, is }: Line) => `${labels.get(of) ?? 'unknown'}: ${is}`
  const payments = await lines(
    db('payment'),
    sql`
    select booking_id as of, concat_ws(' ', 'payment', status, funds, amount, captured, refunded, fee_basis_points, unusable) as is from payments`,
  )
  const ledger = await lines(
    db('payment'),
    sql`
    select a.kind as of, 'ledger ' || a.kind || ' ' || sum(e.amount) as is
    from ledger_entries e join ledger_accounts a on a.id = e.account_id group by a.kind`,
  )
  const movements = await lines(
    db('payment'),
    sql`
    select booking_id as of, concat_ws(' ', 'moved', kind, gross, fee, net) as is from ledger_transactions`,
  )
  const told = await lines(
    db('notification'),
    sql`
    select about ->> 'bookingId' as of, 'told ' || kind || ' × ' || count(*) as is
    from notifications where about ? 'bookingId' and kind <> all(${overtaken.kinds}) group by 1, kind`,
  )
  const mails = await lines(
    db('notification'),
    sql`select '' as of, subject || ' × ' || count(*) as is from dev_mails group by subject`,
  )
  const { charges, transfers } = await booksOf(stripe)
  return [
    ...bookings.map(({ is }) => is),
    ...[...payments, ...movements, ...told].map(labelled),
    ...ledger.map(({ is }) => is),
    ...mails.filter(({ is }) => !overtaken.mails.test(is)).map(({ is }) => `mail ${is}`),
    ...charges
      .filter(({ captured }) => captured)
      .map(({ metadata, ...charge }) =>
        labelled({
          of: metadata.bookingId ?? '',
          is: `Stripe took ${charge.amountCaptured}, gave back ${charge.amountRefunded}`,
        }),
      ),
    ...transfers.map(({ transferGroup, amount, amountReversed }) =>
      labelled({ of: transferGroup, is: `Stripe sent ${amount}, took back ${amountReversed}` }),
    ),
  ].toSorted()
}

async function lines(db: Kysely<KitTables>, query: ReturnType<typeof sql>): Promise<Line[]> {
  return (await query.execute(db)).rows as Line[]
}

export function differences(one: readonly string[], other: readonly string[]): string[] {
  const counts = (lines: readonly string[]) => new Map(Object.entries(countBy(lines)))
  const [ones, others] = [counts(one), counts(other)]
  return [...new Set([...one, ...other])].flatMap((line) => {
    const [expected, seen] = [ones.get(line) ?? 0, others.get(line) ?? 0]
    return expected === seen ? [] : [`${seen} × ${line}, not ${expected} ×`]
  })
}
