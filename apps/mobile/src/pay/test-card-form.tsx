import { useState } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { payByTestCard, readCard, usualTestCard } from '@buy-locals/client/test-card'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TestCardFields } from '@buy-locals/features/test-card-fields'
import { Stack } from '@buy-locals/ui/stack'
import { returnUrlOf } from './bank-page'
import { PayButton } from './pay-button'
import { useCardPayment } from './use-card-payment'

type TestCardFormProps = { booking: Booking; apiBase: string; onPaid: () => void }

/** For the demonstration: the card goes to the simulator as Stripe's own form would send it. */
export function TestCardForm({ booking, apiBase, onPaid }: TestCardFormProps) {
  const t = translatorForFeatures(useI18n())
  const callApi = useApi()
  const [card, setCard] = useState(usualTestCard)
  const { id: bookingId } = booking
  const { pay, setDeclined, ...payment } = useCardPayment({
    booking,
    charge: (complete: NonNullable<ReturnType<typeof readCard>>) =>
      payByTestCard(callApi, {
        bookingId,
        apiBase,
        card: complete,
        returnUrl: returnUrlOf(`/bookings/${bookingId}/pay`),
      }),
    onPaid,
  })
  function submit() {
    const complete = readCard(card)
    if (complete) pay(complete)
    else setDeclined(t('pay.incomplete'))
  }
  return (
    <Stack gap="xl">
      <TestCardFields card={card} onChange={setCard} />
      <PayButton booking={booking} {...payment} onPress={submit} />
    </Stack>
  )
}
