import type { z } from 'zod'
import type { receipt, transaction } from '@buy-locals/contracts/payment/shapes'
import { decimal, negate } from '@buy-locals/values/money'
import { toSecond } from '@buy-locals/values/time'
import type { Dispute } from '../domain/dispute.ts'
import type { Payment } from '../domain/payment.ts'
import type { Refund } from '../domain/refund.ts'
import { remainingAfter } from '../domain/split.ts'
import type { ProjectedBooking } from '../persistence/bookings.ts'
import type { Movement } from '../persistence/statements.ts'
import { formatRows, textCell } from './csv.ts'

export const presentMovement = ({ at, ...movement }: Movement): z.input<typeof transaction> => ({
  ...movement,
  at: toSecond(at),
})

const columns = ['id', 'at', 'kind', 'booking', 'description', 'gross', 'fee', 'net', 'currency']

export const movementsAsCsv = (movements: readonly Movement[]): string =>
  formatRows([
    columns,
    ...movements.map(({ id, at, kind, bookingId, description, gross, fee, net }) => [
      id,
      toSecond(at),
      kind,
      bookingId,
      textCell(description),
      decimal(gross),
      decimal(fee),
      decimal(net),
      gross.currency,
    ]),
  ])

type ReceiptParts = {
  payment: Payment
  booking: ProjectedBooking
  businessName: string
  refunds: readonly Refund[]
  disputes: readonly Dispute[]
}

/** Money counts as refunded when it has arrived, not when it was sent. */
export function presentReceipt(parts: ReceiptParts): z.input<typeof receipt> {
  const { payment, booking, businessName, refunds, disputes } = parts
  const { id: paymentId, bookingId, businessId, captured, funds, card } = payment
  const paidAt = toSecond(payment.paidAt ?? payment.createdAt)
  const arrived = refunds.filter(({ status }) => status === 'succeeded')
  const taken = disputes.filter(({ withdrawn }) => withdrawn.amount > 0)
  return {
    number: payment.receiptNumber ?? '',
    ...{ paymentId, bookingId, businessId, businessName, funds, card, paidAt },
    serviceName: booking.serviceName,
    start: toSecond(booking.start),
    timeZone: booking.timeZone,
    lines: [
      { kind: 'paid', at: paidAt, amount: captured },
      ...arrived.map(({ amount, doneAt, createdAt }) => ({
        kind: 'refunded' as const,
        at: toSecond(doneAt ?? createdAt),
        amount: negate(amount),
      })),
      ...taken.map(({ withdrawn, createdAt }) => ({
        kind: 'disputed' as const,
        at: toSecond(createdAt),
        amount: negate(withdrawn),
      })),
    ],
    total: remainingAfter(captured, [
      ...arrived.map(({ amount }) => amount),
      ...taken.map(({ withdrawn }) => withdrawn),
    ]),
    releaseAt: funds === 'held' && payment.releaseAt ? toSecond(payment.releaseAt) : undefined,
  }
}
