import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { isInterrupted, openPayment, type Outcome } from '@buy-locals/client/card-payment'
import { invalidate } from '@buy-locals/client/operation-query'
import { payByTestCard, readCard, usualTestCard } from '@buy-locals/client/test-card'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { declinedText } from '@buy-locals/features/booking/declined-text'
import { amountDue } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TestCardFields } from '@buy-locals/features/test-card-fields'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { format } from '@buy-locals/values/money'
import { ErrorNotice } from '../shell/error-notice'
import { openBankPage, returnUrlOf } from './bank-page'

type TestCardFormProps = { booking: Booking; apiBase: string; onPaid: () => void }

/** For the demonstration: the card goes to the simulator as Stripe's own form would send it. */
export function TestCardForm({ booking, apiBase, onPaid }: TestCardFormProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const callApi = useApi()
  const queryClient = useQueryClient()
  const [card, setCard] = useState(usualTestCard)
  const [declined, setDeclined] = useState<string>()
  const { id: bookingId } = booking

  function finish(outcome: Outcome) {
    if (outcome.kind === 'action-required') openBankPage(outcome.url)
    if (outcome.kind === 'paid') onPaid()
    if (outcome.kind === 'declined') setDeclined(declinedText(i18n, outcome.code))
  }
  /** The app was closed while a card was charged: nothing is charged twice. */
  const resuming = useMutation({
    mutationFn: () => openPayment(callApi, bookingId),
    onSuccess: (intent) => !intent && onPaid(),
  })
  const resume = useEffectEvent(() => {
    if (isInterrupted(bookingId)) resuming.mutate()
  })
  useEffect(() => resume(), [])

  const paying = useMutation({
    mutationFn: (complete: NonNullable<ReturnType<typeof readCard>>) =>
      payByTestCard(callApi, {
        bookingId,
        apiBase,
        card: complete,
        returnUrl: returnUrlOf(`/bookings/${bookingId}/pay`),
      }),
    onSuccess: finish,
  })
  function submit() {
    const complete = readCard(card)
    setDeclined(complete ? undefined : t('pay.incomplete'))
    if (complete) paying.mutate(complete)
  }
  return (
    <Stack gap="xl">
      <TestCardFields card={card} onChange={setCard} />
      <ErrorNotice
        error={paying.error ?? resuming.error}
        onReload={() => void invalidate(queryClient, [readBooking])}
      />
      {declined && <Notice tone="danger" title={declined} text={t('pay.notCharged')} />}
      <Button
        large
        wide
        icon="lock"
        busy={paying.isPending || resuming.isPending}
        label={t('pay.pay', { amount: format(amountDue(booking), i18n.locale) })}
        onPress={submit}
      />
    </Stack>
  )
}
