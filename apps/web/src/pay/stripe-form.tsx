import { useEffect, useMemo, useState } from 'react'
import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js'
import { loadStripe } from '@stripe/stripe-js'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n } from '@buy-locals/features/i18n'
import { Progress } from '@buy-locals/ui/progress'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useT } from '../messages/site-i18n'
import { CardForm, declinedKey } from './card-form'

type StripeFormProps = { booking: Booking; onPaid: () => void }
type Intent = Output<typeof payBooking>

/** Stripe's own fields, in Stripe's own frame: the card never passes through us. */
export default function StripeForm({ booking, onPaid }: StripeFormProps) {
  const t = useT()
  const { locale } = useI18n()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [intent, setIntent] = useState<Intent>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    callApi(payBooking, { params: { bookingId: booking.id } }, { idempotencyKey }).then(setIntent, setError)
  }, [booking.id, idempotencyKey])
  const stripe = useMemo(() => (intent ? loadStripe(intent.publishableKey) : undefined), [intent])

  if (error) return <ErrorNotice error={error} />
  if (!intent || !stripe) return <Progress label={t('pay.loading')} />
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches
  const options = {
    clientSecret: intent.clientSecret,
    locale: locale.split('-')[0] as 'en',
    appearance: { theme: isDark ? ('night' as const) : ('stripe' as const), variables: { borderRadius: '8px' } },
  }
  return (
    <Elements stripe={stripe} options={options}>
      <PaymentFields booking={booking} onPaid={onPaid} />
    </Elements>
  )
}

function PaymentFields({ booking, onPaid }: StripeFormProps) {
  const t = useT()
  const [stripe, elements] = [useStripe(), useElements()]
  const [isBusy, setBusy] = useState(false)
  const [declined, setDeclined] = useState<string>()

  async function pay() {
    if (!stripe || !elements) return
    setBusy(true)
    setDeclined(undefined)
    const { error } = await stripe.confirmPayment({
      elements,
      redirect: 'if_required',
      confirmParams: { return_url: `${window.location.origin}/bookings/${booking.id}/pay` },
    })
    setBusy(false)
    if (!error) onPaid()
    else if (error.type !== 'validation_error') setDeclined(t(declinedKey(error.decline_code ?? error.code ?? '')))
  }
  return (
    <CardForm booking={booking} declined={declined} isBusy={isBusy} disabled={!stripe} onSubmit={() => void pay()}>
      <PaymentElement />
    </CardForm>
  )
}
