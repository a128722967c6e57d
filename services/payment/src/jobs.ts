import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

const ofObject = z.object({ object: z.enum(['payment_intent', 'refund', 'dispute', 'account']) })
export type FetchedObject = z.output<typeof ofObject>['object']

/** Fetches the object that a webhook was about, once for many webhooks. Its key is the object's id. */
export const fetchJob = jobType('payment.fetch', ofObject, { lane: 'webhooks' })
/** The same without a webhook, once a day. */
export const refreshJob = jobType('payment.refresh', ofObject, { lane: 'stripe' })

export const releaseJob = jobType('payment.release', z.object({ paymentId: id('payment') }), { lane: 'stripe' })
export const refundJob = jobType('payment.refund', z.object({ refundId: id('refund') }))
/** Where the refund was not ours to make, or a dispute took the money. */
export const clawBackJob = jobType('payment.claw-back', z.object({ clawBackId: z.string() }), { lane: 'stripe' })
export const closeJob = jobType('payment.close', z.object({ paymentId: id('payment') }), { lane: 'stripe' })
/** Repeats, because webhooks get lost. */
export const reconcileJob = jobType('payment.reconcile', z.object({}), { lane: 'webhooks', isNeverParked: true })
/** The same for payees that are ready, and for what has been open for long, at longer intervals. */
export const refreshPayeesJob = jobType('payment.refresh-payees', z.object({}), {
  lane: 'upkeep',
  isNeverParked: true,
})
