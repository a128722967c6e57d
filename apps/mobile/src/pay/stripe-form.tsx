import { useEffect } from 'react'
import { Linking } from 'react-native'
import { handleURLCallback } from '@stripe/stripe-react-native'
import { useApi } from '@buy-locals/client/api-context'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Stack } from '@buy-locals/ui/stack'
import { PayButton } from './pay-button'
import { payBySheet } from './payment-sheet'
import { useCardPayment } from './use-card-payment'

type StripeFormProps = { booking: Booking; onPaid: () => void }

/** Stripe's own sheet takes the card, or Apple's or Google's. */
export function StripeForm({ booking, onPaid }: StripeFormProps) {
  const callApi = useApi()
  const {
    pay,
    setDeclined: _,
    ...payment
  } = useCardPayment({ booking, charge: () => payBySheet(callApi, booking), onPaid })
  // A bank in another app leads back by a link, which the sheet waits for.
  useEffect(() => {
    const subscription = Linking.addEventListener('url', ({ url }) => void handleURLCallback(url))
    return () => subscription.remove()
  }, [])
  return (
    <Stack gap="xl">
      <PayButton booking={booking} {...payment} onPress={() => pay(undefined)} />
    </Stack>
  )
}
