import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { isInterrupted, openPayment, type Outcome } from '@buy-locals/client/card-payment'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { declinedText } from '@buy-locals/features/booking/declined-text'
import { useI18n } from '@buy-locals/features/i18n'
import { openBankPage } from './bank-page'

type Options<Input> = {
  booking: Booking
  charge: (input: Input) => Promise<Outcome>
  onPaid: () => void
}

/** One payment of a booking, whichever form it is made in. */
export function useCardPayment<Input>({ booking: { id: bookingId }, charge, onPaid }: Options<Input>) {
  const i18n = useI18n()
  const callApi = useApi()
  const [declined, setDeclined] = useState<string>()

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

  const paying = useMutation({ mutationFn: charge, onSuccess: finish })
  return {
    declined,
    setDeclined,
    error: paying.error ?? resuming.error,
    isBusy: paying.isPending || resuming.isPending,
    pay(input: Input) {
      setDeclined(undefined)
      paying.mutate(input)
    },
  }
}
