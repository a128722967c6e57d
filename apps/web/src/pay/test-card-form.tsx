import { useEffect, useEffectEvent, useState } from 'react'
import { isInterrupted, openPayment } from '@buy-locals/client/card-payment'
import { payByTestCard, readCard, usualTestCard } from '@buy-locals/client/test-card'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { declinedText } from '@buy-locals/features/booking/declined-text'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TestCardFields } from '@buy-locals/features/test-card-fields'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useIsHydrated } from '../site/browser-only'
import { useSite } from '../site/use-site'
import { CardForm } from './card-form'

type TestCardFormProps = { booking: Booking; onPaid: () => void }

/** For the demonstration: the card goes to the simulator as Stripe's script would send it. */
export default function TestCardForm({ booking, onPaid }: TestCardFormProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const site = useSite()
  // This form is fetched by itself. What is typed before it is there would be gone then.
  const disabled = !useIsHydrated()
  const [card, setCard] = useState(usualTestCard)
  const [declined, setDeclined] = useState<string>()
  const { send, isBusy, error } = useSend(() => {})
  const resume = useEffectEvent(() => {
    if (isInterrupted(booking.id))
      void send(() => openPayment(callApi, booking.id).then((intent) => intent ?? onPaid()))
  })
  useEffect(() => resume(), [])

  async function pay(complete: NonNullable<ReturnType<typeof readCard>>) {
    const outcome = await payByTestCard(callApi, {
      bookingId: booking.id,
      apiBase: site?.payments.apiBase ?? '',
      card: complete,
      returnUrl: `${window.location.origin}/bookings/${booking.id}/pay`,
    })
    if (outcome.kind === 'action-required') window.location.assign(outcome.url)
    if (outcome.kind === 'paid') onPaid()
    if (outcome.kind === 'declined') setDeclined(declinedText(i18n, outcome.code))
  }
  function submit() {
    const complete = readCard(card)
    setDeclined(complete ? undefined : t('pay.incomplete'))
    if (complete) void send(() => pay(complete))
  }
  return (
    <CardForm booking={booking} declined={declined} isBusy={isBusy} onSubmit={submit}>
      <TestCardFields card={card} disabled={disabled} onChange={setCard} />
      <ErrorNotice error={error} />
    </CardForm>
  )
}
