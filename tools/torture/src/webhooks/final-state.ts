import { sql } from 'kysely'
import type { ServiceName } from '@buy-locals/contracts/operation'
import { databaseOf } from '../database-checks.ts'
import type { InProcessServer } from '../in-process-server.ts'
import { countBy } from '../report.ts'
import { readStripeState } from '../stripe.ts'

type Row = { bookingId: string; text: string }

/** These depend on the order of events: nobody is notified that a booking was confirmed once it is known to be cancelled, or that a bank disputes what it has decided. */
const dependsOnOrder = {
  kinds: ['booking-confirmed', 'booking-new', 'booking-expired', 'booking-reopened', 'hold-cancelled', 'dispute-open'],
  mails: /^(?:(?:New booking|Booked|Not booked|Pay by [^:]+:\d\d..M): |How was |A payment of .+ is disputed)/,
}

/** How mails to a business say when a booking is. */
const withTime = String.raw`, \w{3}, \w{3} \d{1,2}, \d{4}.*$`

/** What a run ends in, in lines that contain no id and no time, so that two markets can be compared. */
export async function readFinalState({ running, stripe }: InProcessServer): Promise<string[]> {
  const read = async (service: ServiceName, query: ReturnType<typeof sql>): Promise<Row[]> =>
    (await query.execute(databaseOf(running, service))).rows as Row[]
  const bookings = await read(
    'booking',
    sql`
    select id as "bookingId", note || ': ' || concat_ws(' ', status, cancelled_by, rescheduled_by, refund_share, complaint_decision) as text from bookings`,
  )
  const labels = new Map(bookings.map(({ bookingId, text }) => [bookingId, text.split(':')[0]]))
  const withLabel = ({ bookingId, text }: Row) => `${labels.get(bookingId) ?? 'unknown'}: ${text}`
  const payments = await read(
    'payment',
    sql`
    select booking_id as "bookingId", concat_ws(' ', 'payment', status, funds, amount, captured, refunded, fee_basis_points, unusable) as text from payments`,
  )
  const ledger = await read(
    'payment',
    sql`
    select '' as "bookingId", 'ledger ' || a.kind || ' ' || sum(e.amount) as text
    from ledger_entries e join ledger_accounts a on a.id = e.account_id group by a.kind`,
  )
  const transactions = await read(
    'payment',
    sql`
    select booking_id as "bookingId", concat_ws(' ', 'transaction', kind, gross, fee, net) as text from ledger_transactions`,
  )
  const notifications = await read(
    'notification',
    sql`
    select about ->> 'bookingId' as "bookingId", 'notified ' || kind || ' × ' || count(*) as text
    from notifications where about ? 'bookingId' and kind <> all(${dependsOnOrder.kinds}) group by 1, kind`,
  )
  const mails = await read(
    'notification',
    sql`
    select '' as "bookingId", what || ' × ' || count(*) as text
    from dev_mails, regexp_replace(regexp_replace(subject, ${withTime}, ''), 'Consumer \\d+', 'Consumer') as what group by what`,
  )
  const { charges, transfers } = await readStripeState(stripe)
  const charged = charges
    .filter(({ captured }) => captured)
    .map(({ metadata, amountCaptured, amountRefunded }) => ({
      bookingId: metadata.bookingId ?? '',
      text: `Stripe captured ${amountCaptured}, refunded ${amountRefunded}`,
    }))
  const transferred = transfers.map(({ transferGroup, amount, amountReversed }) => ({
    bookingId: transferGroup,
    text: `Stripe transferred ${amount}, reversed ${amountReversed}`,
  }))
  return [
    ...[...bookings, ...ledger].map(({ text }) => text),
    ...[...payments, ...transactions, ...notifications, ...charged, ...transferred].map(withLabel),
    ...mails.filter(({ text }) => !dependsOnOrder.mails.test(text)).map(({ text }) => `mail ${text}`),
  ].toSorted()
}

/** What the payment service knows otherwise than the booking service: the money follows what it knows. */
export async function findStaleBookings({ running }: InProcessServer): Promise<string[]> {
  const read = async (service: ServiceName) => {
    const { rows } = await sql<{ id: string; text: string }>`
      select id, concat_ws(' ', status, start_at, refund_share, is_final) as text from bookings`.execute(
      databaseOf(running, service),
    )
    return new Map(rows.map(({ id, text }) => [id, text]))
  }
  const [bookings, projected] = [await read('booking'), await read('payment')]
  return [...bookings].flatMap(([id, text]) =>
    projected.get(id) === text ? [] : [`${id} is ${text}, and ${projected.get(id)} in the payment service`],
  )
}

export function diffStates(expected: readonly string[], actual: readonly string[]): string[] {
  const countLines = (lines: readonly string[]) => new Map(Object.entries(countBy(lines)))
  const [expectedCounts, actualCounts] = [countLines(expected), countLines(actual)]
  return [...new Set([...expected, ...actual])].flatMap((line) => {
    const [expectedCount, count] = [expectedCounts.get(line) ?? 0, actualCounts.get(line) ?? 0]
    return count === expectedCount ? [] : [`${count} × ${line}, not ${expectedCount} ×`]
  })
}
