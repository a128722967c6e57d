import Constants from 'expo-constants'
import { initPaymentSheet, initStripe, PaymentSheetError, presentPaymentSheet } from '@stripe/stripe-react-native'
import type { Api } from '@buy-locals/api-client/api'
import { chargeCard, openPayment, type Intent, type Outcome } from '@buy-locals/client/card-payment'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { returnUrlOf } from './bank-page'

/** Whoever was charged before, in a sheet that the app was closed over, is not charged again. */
export async function payBySheet(callApi: Api, booking: Booking): Promise<Outcome> {
  const intent = await openPayment(callApi, booking.id)
  if (!intent) return { kind: 'paid' }
  await prepare(intent, booking)
  return chargeCard(booking.id, present)
}

/** Whose account the build pays to: wallets name it, and its country. */
type Merchant = { merchantId?: string; merchantCountry?: string }

async function prepare({ publishableKey, clientSecret }: Intent, { id, price, venue }: Booking): Promise<void> {
  const { merchantId, merchantCountry } = (Constants.expoConfig?.extra ?? {}) as Merchant
  const merchantCountryCode = merchantCountry ?? 'US'
  await initStripe({
    publishableKey,
    urlScheme: 'buylocals',
    ...(merchantId && { merchantIdentifier: merchantId }),
  })
  const { error } = await initPaymentSheet({
    merchantDisplayName: venue?.name ?? 'Buy Locals',
    paymentIntentClientSecret: clientSecret,
    returnURL: returnUrlOf(`/bookings/${id}/pay`),
    ...(merchantId && { applePay: { merchantCountryCode } }),
    googlePay: { merchantCountryCode, currencyCode: price.currency, testEnv: publishableKey.startsWith('pk_test') },
  })
  if (error) throw new Error(`Stripe's sheet did not open: ${error.code}`)
}

async function present(): Promise<Outcome> {
  const { error } = await presentPaymentSheet()
  if (!error) return { kind: 'paid' }
  if (error.code === PaymentSheetError.Canceled) return { kind: 'incomplete' }
  return { kind: 'declined', code: error.declineCode ?? error.stripeErrorCode ?? '' }
}
