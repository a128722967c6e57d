import { useEffect, useEffectEvent, useState } from 'react'
import { chargeCard, isInterrupted, openPayment } from '@buy-locals/client/card-payment'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Notice } from '@buy-locals/ui/notice'
import { TextField } from '@buy-locals/ui/text-field'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useIsHydrated } from '../site/browser-only'
import { Pair, type FormValues } from '../site/form'
import { useSite } from '../site/use-site'
import { CardForm, declinedKey } from './card-form'
import { confirmTestCard, parseExpiry, type Card } from '@buy-locals/client/test-card'

type TestCardFormProps = { booking: Booking; onPaid: () => void }

/** For the demonstration, and labelled so: the card goes to the simulator as Stripe's script would send it. */
export default function TestCardForm({ booking, onPaid }: TestCardFormProps) {
  const t = useT()
  const site = useSite()
  // This form is fetched by itself. What is typed before it is there would be gone then.
  const disabled = !useIsHydrated()
  const [declined, setDeclined] = useState<string>()
  const { send, isBusy, error } = useSend(() => {})
  const resume = useEffectEvent(() => {
    if (isInterrupted(booking.id))
      void send(() => openPayment(callApi, booking.id).then((intent) => intent ?? onPaid()))
  })
  useEffect(() => resume(), [])

  async function pay(card: Card) {
    const intent = await openPayment(callApi, booking.id)
    if (!intent) return onPaid()
    const returnUrl = `${window.location.origin}/bookings/${booking.id}/pay`
    const outcome = await chargeCard(booking.id, () =>
      confirmTestCard(site?.payments.apiBase ?? '', intent, card, returnUrl),
    )
    if (outcome.kind === 'action-required') window.location.assign(outcome.url)
    if (outcome.kind === 'paid') onPaid()
    if (outcome.kind === 'declined') setDeclined(t(declinedKey(outcome.code)))
  }
  function submit({ get }: FormValues) {
    const number = get('number').replaceAll(/\D/g, '')
    const expiry = parseExpiry(get('expiry'))
    const cvc = get('cvc').trim()
    const isComplete = number.length >= 12 && expiry && /^\d{3,4}$/.test(cvc)
    setDeclined(isComplete ? undefined : t('pay.incomplete'))
    if (isComplete) void send(() => pay({ number, ...expiry, cvc }))
  }
  return (
    <CardForm booking={booking} declined={declined} isBusy={isBusy} onSubmit={submit}>
      <Notice tone="info" title={t('pay.testTitle')} text={t('pay.testText')} />
      <TextField
        label={t('pay.card')}
        name="number"
        disabled={disabled}
        kind="code"
        autoComplete="off"
        defaultValue="4242 4242 4242 4242"
      />
      <Pair>
        <TextField label={t('pay.expiry')} name="expiry" disabled={disabled} autoComplete="off" defaultValue="12/34" />
        <TextField
          label={t('pay.cvc')}
          name="cvc"
          disabled={disabled}
          kind="code"
          autoComplete="off"
          defaultValue="123"
          maxLength={4}
        />
      </Pair>
      <ErrorNotice error={error} />
    </CardForm>
  )
}
