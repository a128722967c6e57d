import { exportLimit, type PersonExport } from '@buy-locals/service-kit/export'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as payments from '../persistence/payment-repository.ts'
import * as refunds from '../persistence/refund-repository.ts'

/** What was paid and refunded; what the business got of it is the business's. */
export async function exportPerson({ db }: Pick<Deps, 'db'>, personId: Id<'person'>): Promise<PersonExport> {
  const own = await payments.listOfConsumer(db, personId, exportLimit)
  const shown = own.map(async ({ id, bookingId, status, amount, captured, refunded, card, paidAt, receiptNumber }) => ({
    ...{ id, bookingId, status, amount, captured, refunded, card, receiptNumber },
    paidAt: paidAt?.toString(),
    refunds: (await refunds.listByPayment(db, id)).map(({ amount: refund, status: state }) => ({
      amount: refund,
      status: state,
    })),
  }))
  return { payments: await Promise.all(shown) }
}
