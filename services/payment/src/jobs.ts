import { z } from 'zod'
import { jobType } from '@buy-locals/service-kit/jobs'
import { id } from '@buy-locals/values/ids'

/** What a webhook was about is fetched, once for many webhooks. The key is the object's own id. */
export const look = jobType('payment.look', z.object({ what: z.enum(['intent', 'refund', 'account']) }))
export const release = jobType('payment.release', z.object({ paymentId: id('payment') }))
export const giveBack = jobType('payment.give-back', z.object({ refundId: id('refund') }))
export const close = jobType('payment.close', z.object({ paymentId: id('payment') }))
/** Webhooks get lost. Comes again by itself. */
export const reconcile = jobType('payment.reconcile', z.object({}))
/** The same for who can be paid already, more rarely. Comes again by itself. */
export const lookAtPayees = jobType('payment.look-at-payees', z.object({}))
