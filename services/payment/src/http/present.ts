import type { z } from 'zod'
import type { receipt, transaction } from '@buy-locals/contracts/payment/shapes'
import { add, decimal, negate } from '@buy-locals/values/money'
import { toSecond } from '@buy-locals/values/time'
import type { Payment } from '../domain/payment.ts'
import type { ProjectedBooking } from '../persistence/bookings.ts'
import type { Movement } from '../persistence/statements.ts'
import type { PaidPart } from '../use-cases/read-receipt.ts'
import { formatRows, textCell } from './csv.ts'

export const presentMovement = ({ at, ...movement }: Movement): z.input<typeof transaction> => ({
  ...movement,
  at: toSecond(at),
})

const columns = ['id', 'at', 'kind', 'booking', 'description', 'gross', 'fee', 'net', 'currency']

export const csvHeader = formatRows([columns])

export const movementsAsCsv = (movements: readonly Movement[]): string =>
  formatRows(
    movements.map(({ id, at, kind, bookingId, description, gross, fee, net }) => [
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
  )

type ReceiptParts = {
  first: Payment
  parts: readonly PaidPart[]
  booking: ProjectedBooking
  businessName: string
}

/** Its number is that of the first payment. */
export function presentReceipt({ first, parts, booking, businessName }: ReceiptParts): z.input<typeof receipt> {
  const { id: paymentId, bookingId, businessId, card } = first
  const lines = parts.flatMap(presentLines)
  const { funds, releaseAt } = (parts.find(({ payment }) => payment.funds === 'held') ?? { payment: first }).payment
  return {
    number: first.receiptNumber ?? '',
    ...{ paymentId, bookingId, businessId, businessName, funds, card },
    paidAt: toSecond(first.paidAt ?? first.createdAt),
    serviceName: booking.serviceName,
    start: toSecond(booking.start),
    timeZone: booking.timeZone,
    lines,
    total: lines.map(({ amount }) => amount).reduce(add),
    releaseAt: funds === 'held' && releaseAt ? toSecond(releaseAt) : undefined,
  }
}

type Line = z.input<typeof receipt>['lines'][number]

/** Money counts as refunded when it has arrived, not when it was sent. */
function presentLines({ payment: { captured, paidAt, createdAt }, refunds, disputes }: PaidPart): Line[] {
  const arrived = refunds.filter(({ status }) => status === 'succeeded')
  const taken = disputes.filter(({ withdrawn }) => withdrawn.amount > 0)
  return [
    { kind: 'paid', at: toSecond(paidAt ?? createdAt), amount: captured },
    ...arrived.map((refund) => ({
      kind: 'refunded' as const,
      at: toSecond(refund.doneAt ?? refund.createdAt),
      amount: negate(refund.amount),
    })),
    ...taken.map((dispute) => ({
      kind: 'disputed' as const,
      at: toSecond(dispute.createdAt),
      amount: negate(dispute.withdrawn),
    })),
  ]
}
