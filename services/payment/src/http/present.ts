import type { z } from 'zod'
import type { receipt, transaction } from '@buy-locals/contracts/payment/shapes'
import { decimal, negate } from '@buy-locals/values/money'
import { toSecond } from '@buy-locals/values/time'
import { plain, table, words } from './csv.ts'
import type { Payment } from '../domain/payment.ts'
import { remainingAfter } from '../domain/split.ts'
import type { KnownBooking } from '../persistence/bookings.ts'
import type { Refund } from '../persistence/refund-repository.ts'
import type { Movement } from '../persistence/statements.ts'

export const presentMovement = ({ at, ...movement }: Movement): z.input<typeof transaction> => ({
  ...movement,
  at: toSecond(at),
})

const columns = ['id', 'at', 'kind', 'booking', 'description', 'gross', 'fee', 'net', 'currency']

export const asCsv = (movements: readonly Movement[]): string =>
  table([
    columns,
    ...movements.map(({ id, at, kind, bookingId, description, gross, fee, net }) => [
      ...[plain(id), plain(toSecond(at)), plain(kind), plain(bookingId), words(description)],
      ...[plain(decimal(gross)), plain(decimal(fee)), plain(decimal(net)), plain(gross.currency)],
    ]),
  ])

type Receipted = { payment: Payment; booking: KnownBooking; businessName: string; refunds: readonly Refund[] }

/** Money counts as given back when it has arrived, not when it was sent. */
export function presentReceipt({ payment, booking, businessName, refunds }: Receipted): z.input<typeof receipt> {
  const { id: paymentId, bookingId, businessId, captured, funds, card } = payment
  const paidAt = toSecond(payment.paidAt ?? payment.createdAt)
  const given = refunds.filter(({ status }) => status === 'succeeded')
  return {
    number: payment.receipt ?? '',
    ...{ paymentId, bookingId, businessId, businessName, funds, card, paidAt },
    serviceName: booking.serviceName,
    start: toSecond(booking.start),
    timeZone: booking.timeZone,
    lines: [
      { kind: 'paid', at: paidAt, amount: captured },
      ...given.map(({ amount, doneAt, createdAt }) => ({
        kind: 'refunded' as const,
        at: toSecond(doneAt ?? createdAt),
        amount: negate(amount),
      })),
    ],
    total: remainingAfter(captured, given.map(({ amount }) => amount)), // prettier-ignore
    releaseAt: funds === 'held' && payment.releaseAt ? toSecond(payment.releaseAt) : undefined,
  }
}
