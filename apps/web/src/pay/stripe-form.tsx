import { useEffect, useEffectEvent, useMemo, useState } from 'react'
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
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { CardForm, declinedKey, isConfirmedBefore } from './card-form'

type StripeFormProps = { booking: Booking; onPaid: () => void }
type Intent = Output<typeof payBooking>

/** Stripe's own fields, in Stripe's own frame: the card never passes through us. */
export default function StripeForm({ booking, onPaid }: StripeFormProps) {
  const t = useT()
  const { locale } = useI18n()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [intent, setIntent] = useState<Intent>()
  const { send, error } = useSend(() => {})
  const load = useEffectEvent(
    () =>
      void send(() => callApi(payBooking, { params: { bookingId: booking.id } }, { idempotencyKey }).then(setIntent)),
  )
  useEffect(() => load(), [])
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
  const [declined, setDeclined] = useState<string>()
  const { send, isBusy, error: unsent } = useSend(() => {})

  async function pay() {
    if (!stripe || !elements) return
    setDeclined(undefined)
    const { error } = await stripe.confirmPayment({
      elements,
      redirect: 'if_required',
      confirmParams: { return_url: `${window.location.origin}/bookings/${booking.id}/pay` },
    })
    if (error?.type === 'api_connection_error') throw new TypeError(error.message)
    if (!error || isConfirmedBefore(error.code)) onPaid()
    else if (error.type !== 'validation_error') setDeclined(t(declinedKey(error.decline_code ?? error.code ?? '')))
  }
  return (
    <CardForm booking={booking} declined={declined} isBusy={isBusy} disabled={!stripe} onSubmit={() => void send(pay)}>
      <PaymentElement />
      <ErrorNotice error={unsent} />
    </CardForm>
  )
}
