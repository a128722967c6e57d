import { id } from '@buy-locals/values/ids'
import { price } from '@buy-locals/values/money'
import { eventType } from '../event.ts'
import { version } from '../shapes.ts'
import { payee, payment } from './shapes.ts'

export const paymentSucceeded = eventType('payment.succeeded.v1', payment)
export const paymentFailed = eventType('payment.failed.v1', payment)
export const paymentRefunded = eventType('payment.refunded.v1', payment.extend({ refund: price }))
/** The held money has gone to the business. */
export const paymentReleased = eventType('payment.released.v1', payment.extend({ net: price }))
export const payeeChanged = eventType('payee.changed.v1', payee.extend({ businessId: id('business'), version }))

export const paymentEvents = [paymentSucceeded, paymentFailed, paymentRefunded, paymentReleased, payeeChanged] as const
