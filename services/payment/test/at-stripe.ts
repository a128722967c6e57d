import { startPayment, type RunningPayment } from './support.ts'

export async function startOnboarded(options: Parameters<typeof startPayment>[0] = {}) {
  const payment = await startPayment(options)
  await payment.onboardBusiness()
  return payment
}

/** What somebody does in Stripe's dashboard. */
export async function refundAtStripe({ stripe }: RunningPayment, intent: string, amount?: number): Promise<void> {
  await stripe.sdk.refunds.create({ payment_intent: intent, ...(amount && { amount }) })
}

/** What a cardholder's bank does. */
export async function dispute({ stripe }: RunningPayment, intent: string, options: object = {}): Promise<string> {
  const { latest_charge: charge } = await stripe.sdk.paymentIntents.retrieve(intent)
  return ((await stripe.control('disputes', { charge, ...options })) as { id: string }).id
}
export const decideDispute = ({ stripe }: RunningPayment, id: string, outcome: 'won' | 'lost') =>
  stripe.control(`disputes/${id}`, { outcome })

export const failingJobs = (payment: RunningPayment) =>
  payment.db.selectFrom('jobs').select(['kind', 'last_error']).where('last_error', 'is not', null).execute()

export async function released(payment: RunningPayment, options: Parameters<RunningPayment['paidBooking']>[0] = {}) {
  const paid = await payment.paidBooking(options)
  await payment.completeBooking(paid.bookingId)
  await payment.advance('PT48H')
  await payment.drain()
  return paid
}
