import { useRef, useState } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { TextField } from '@buy-locals/ui/text-field'
import { format } from '@buy-locals/values/money'
import { Refused } from '../account/refused'
import { useSend } from '../account/use-send'
import { call } from '../api'
import { useSite } from '../site/use-site'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues, Pair } from '../site/form'
import { confirmTestCard, expiryIn } from './confirm-test-card'
import { declinedKey } from './declined-text'

type TestCardFormProps = { booking: Booking; onPaid: () => void }

/** For the demonstration, and labelled so: the card goes to the simulator as Stripe's script would send it. */
export default function TestCardForm({ booking, onPaid }: TestCardFormProps) {
  const t = useT()
  const site = useSite()
  const { locale } = useI18n()
  const [intention] = useState(newIdempotencyKey)
  const [wrong, setWrong] = useState<string>()
  const outcome = useRef<'paid' | 'open'>('open')
  const { send, isBusy, error } = useSend(() => {
    if (outcome.current === 'paid') onPaid()
  })

  async function pay(card: Parameters<typeof confirmTestCard>[2]) {
    const intent = await call(payBooking, { params: { bookingId: booking.id } }, { idempotencyKey: intention })
    const back = `${window.location.origin}/bookings/${booking.id}/pay`
    const paid = await confirmTestCard(site?.payments.apiBase ?? '', intent, card, back)
    if (paid.kind === 'asked') window.location.assign(paid.url)
    if (paid.kind === 'declined') setWrong(t(declinedKey(paid.code)))
    if (paid.kind === 'paid') outcome.current = 'paid'
  }
  function submit({ get }: FormValues) {
    const number = get('number').replaceAll(/\D/g, '')
    const expiry = expiryIn(get('expiry'))
    const cvc = get('cvc').trim()
    const isComplete = number.length >= 12 && expiry && /^\d{3,4}$/.test(cvc)
    setWrong(isComplete ? undefined : t('pay.incomplete'))
    if (isComplete) void send(() => pay({ number, ...expiry, cvc }))
  }
  return (
    <Form onSubmit={submit}>
      <Notice tone="info" title={t('pay.testTitle')} text={t('pay.testText')} />
      <TextField
        label={t('pay.card')}
        name="number"
        kind="code"
        autoComplete="off"
        defaultValue="4242 4242 4242 4242"
      />
      <Pair>
        <TextField label={t('pay.expiry')} name="expiry" autoComplete="off" defaultValue="12/34" />
        <TextField label={t('pay.cvc')} name="cvc" kind="code" autoComplete="off" defaultValue="123" maxLength={4} />
      </Pair>
      {wrong && <Notice tone="danger" title={wrong} text={t('pay.notCharged')} />}
      <Refused error={error} />
      <Button
        submit
        large
        wide
        icon="lock"
        busy={isBusy}
        label={t('pay.pay', { amount: format(booking.deposit, locale) })}
      />
    </Form>
  )
}
