import { exportLimit, type PersonExport } from '@buy-locals/service-kit/export'
import { lastId, readAll } from '@buy-locals/service-kit/read-all'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Payment } from '../domain/payment.ts'
import type { Refund } from '../domain/refund.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'

/** What was paid and refunded; what the business got of it is the business's. */
export async function exportPerson({ db }: Pick<Deps, 'db'>, personId: Id<'person'>): Promise<PersonExport> {
  const shown = await readAll(async (before: string | undefined, limit) => {
    const own = await payments.listOfConsumer(db, personId, limit, before)
    const ids = own.map(({ id }) => id)
    const refunded = Map.groupBy(await refunds.listByPayments(db, ids), ({ paymentId }) => paymentId)
    const items = own.map((payment) => toExported(payment, refunded.get(payment.id) ?? []))
    return { items, next: lastId(own, limit) }
  }, exportLimit)
  return { payments: shown }
}

const toExported = (
  { id, bookingId, status, amount, captured, refunded, card, paidAt, receiptNumber }: Payment,
  parts: readonly Refund[],
) => ({
  ...{ id, bookingId, status, amount, captured, refunded, card, receiptNumber },
  paidAt: paidAt?.toString(),
  refunds: parts.map((part) => ({ amount: part.amount, status: part.status })),
})
