import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js'
import { loadStripe } from '@stripe/stripe-js'
import { chargeCard, openPayment, type Intent, type Outcome } from '@buy-locals/client/card-payment'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { declinedText } from '@buy-locals/features/booking/declined-text'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Progress } from '@buy-locals/ui/progress'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { CardForm } from './card-form'

type StripeFormProps = { booking: Booking; onPaid: () => void }

/** Stripe's own fields, in Stripe's own frame: the card never passes through us. */
export default function StripeForm({ booking, onPaid }: StripeFormProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const [intent, setIntent] = useState<Intent>()
  const { send, error } = useSend(() => {})
  const load = useEffectEvent(
    () => void send(() => openPayment(callApi, booking.id).then((opened) => (opened ? setIntent(opened) : onPaid()))),
  )
  useEffect(() => load(), [])
  const stripe = useMemo(() => (intent ? loadStripe(intent.publishableKey) : undefined), [intent])

  if (error) return <ErrorNotice error={error} />
  if (!intent || !stripe) return <Progress label={t('pay.loading')} />
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches
  const options = {
    clientSecret: intent.clientSecret,
    locale: i18n.locale.split('-')[0] as 'en',
    appearance: { theme: isDark ? ('night' as const) : ('stripe' as const), variables: { borderRadius: '8px' } },
  }
  return (
    <Elements stripe={stripe} options={options}>
      <PaymentFields booking={booking} onPaid={onPaid} />
    </Elements>
  )
}

function PaymentFields({ booking, onPaid }: StripeFormProps) {
  const i18n = useI18n()
  const [stripe, elements] = [useStripe(), useElements()]
  const [declined, setDeclined] = useState<string>()
  const { send, isBusy, error: unsent } = useSend(() => {})

  async function charge(): Promise<Outcome> {
    if (!stripe || !elements) return { kind: 'incomplete' }
    const { error } = await stripe.confirmPayment({
      elements,
      redirect: 'if_required',
      confirmParams: { return_url: `${window.location.origin}/bookings/${booking.id}/pay` },
    })
    if (error?.type === 'api_connection_error') throw new TypeError(error.message)
    if (!error) return { kind: 'paid' }
    if (error.type === 'validation_error') return { kind: 'incomplete' }
    return { kind: 'declined', code: error.decline_code ?? error.code ?? '' }
  }
  async function pay() {
    setDeclined(undefined)
    const outcome = await chargeCard(booking.id, charge)
    if (outcome.kind === 'paid') onPaid()
    if (outcome.kind === 'declined') setDeclined(declinedText(i18n, outcome.code))
  }
  return (
    <CardForm booking={booking} declined={declined} isBusy={isBusy} disabled={!stripe} onSubmit={() => void send(pay)}>
      <PaymentElement />
      <ErrorNotice error={unsent} />
    </CardForm>
  )
}
