import { id } from '@buy-locals/values/ids'
import { price } from '@buy-locals/values/money'
import { instant } from '@buy-locals/values/time'
import { eventType } from '../event.ts'
import { version } from '../shapes.ts'
import { dispute, payee, payment, refundReason, refusedMovement } from './shapes.ts'

export const paymentSucceeded = eventType('payment.succeeded.v1', payment)
export const paymentFailed = eventType('payment.failed.v1', payment)
export const paymentRefunded = eventType(
  'payment.refunded.v1',
  payment.extend({ refund: price, reason: refundReason.optional() }),
)
/** A bank has opened a dispute, moved its money or decided it. */
export const paymentDisputed = eventType('payment.disputed.v1', payment.extend({ dispute }))
export const paymentMovementRefused = eventType(
  'payment.movement-refused.v1',
  payment.extend({ movement: refusedMovement }),
)
/** The held money has gone to the business. */
export const paymentReleased = eventType('payment.released.v1', payment.extend({ net: price }))
/** Its money is held until another time, or frozen, because of what became of the booking. */
export const paymentChanged = eventType('payment.changed.v1', payment.extend({ releaseAt: instant.optional() }))
export const payeeChanged = eventType('payee.changed.v1', payee.extend({ businessId: id('business'), version }))

export const paymentEvents = [paymentSucceeded, paymentFailed, paymentRefunded, paymentDisputed, paymentMovementRefused, paymentReleased, paymentChanged, payeeChanged] as const // prettier-ignore
