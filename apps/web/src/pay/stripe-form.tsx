import { useEffect, useMemo, useState } from 'react'
import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js'
import { loadStripe } from '@stripe/stripe-js'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { format } from '@buy-locals/values/money'
import { Refused } from '../account/refused'
import { call } from '../api'
import { useT } from '../messages/site-i18n'
import { Form } from '../site/form'
import { declinedKey } from './declined-text'

type StripeFormProps = { booking: Booking; onPaid: () => void }
type Intent = Output<typeof payBooking>

/** Stripe's own fields, in Stripe's own frame: the card never passes through us. */
export default function StripeForm({ booking, onPaid }: StripeFormProps) {
  const t = useT()
  const { locale } = useI18n()
  const [intention] = useState(newIdempotencyKey)
  const [intent, setIntent] = useState<Intent>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    call(payBooking, { params: { bookingId: booking.id } }, { idempotencyKey: intention }).then(setIntent, setError)
  }, [booking.id, intention])
  const stripe = useMemo(() => (intent ? loadStripe(intent.publishableKey) : undefined), [intent])

  if (error) return <Refused error={error} />
  if (!intent || !stripe) return <Progress label={t('pay.loading')} />
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches
  const options = {
    clientSecret: intent.clientSecret,
    locale: locale.split('-')[0] as 'en',
    appearance: { theme: isDark ? ('night' as const) : ('stripe' as const), variables: { borderRadius: '8px' } },
  }
  return (
    <Elements stripe={stripe} options={options}>
      <Fields booking={booking} onPaid={onPaid} />
    </Elements>
  )
}

function Fields({ booking, onPaid }: StripeFormProps) {
  const t = useT()
  const { locale } = useI18n()
  const [stripe, elements] = [useStripe(), useElements()]
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()

  async function pay() {
    if (!stripe || !elements) return
    setBusy(true)
    setWrong(undefined)
    const { error } = await stripe.confirmPayment({
      elements,
      redirect: 'if_required',
      confirmParams: { return_url: `${window.location.origin}/bookings/${booking.id}/pay` },
    })
    setBusy(false)
    if (!error) onPaid()
    else if (error.type !== 'validation_error') setWrong(t(declinedKey(error.decline_code ?? error.code ?? '')))
  }
  return (
    <Form onSubmit={() => void pay()}>
      <PaymentElement />
      {wrong && <Notice tone="danger" title={wrong} text={t('pay.notCharged')} />}
      <Button
        submit
        large
        wide
        icon="lock"
        busy={isBusy}
        disabled={!stripe}
        label={t('pay.pay', { amount: format(booking.deposit, locale) })}
      />
    </Form>
  )
}
