import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

/** Fetches the object that a webhook was about, once for many webhooks. Its key is the object's id. */
export const fetchJob = jobType(
  'payment.fetch',
  z.object({ object: z.enum(['payment_intent', 'refund', 'dispute', 'account']) }),
)
export type FetchedObject = z.output<typeof fetchJob.payload>['object']

export const releaseJob = jobType('payment.release', z.object({ paymentId: id('payment') }))
export const refundJob = jobType('payment.refund', z.object({ refundId: id('refund') }))
/** Where the refund was not ours to make, or a dispute took the money. */
export const clawBackJob = jobType('payment.claw-back', z.object({ clawBackId: z.string() }))
export const closeJob = jobType('payment.close', z.object({ paymentId: id('payment') }))
/** Repeats, because webhooks get lost. */
export const reconcileJob = jobType('payment.reconcile', z.object({}), { lane: 'upkeep', isNeverParked: true })
/** The same for payees that are ready, and for what has been open for long, at longer intervals. */
export const refreshPayeesJob = jobType('payment.refresh-payees', z.object({}), {
  lane: 'upkeep',
  isNeverParked: true,
})
