import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { paymentOutcome, usualSeconds } from '@buy-locals/features/booking/payment-outcome'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { callApi } from '../api/call-api'
import { useRealtime } from '../bookings/use-realtime'

/** The money is on its way; the booking, or its new time, is confirmed as soon as the payment provider has told the server. */
export function Confirming({ booking }: { booking: Booking }) {
  const { id: bookingId, heldMove } = booking
  const t = translatorForFeatures(useI18n())
  const navigate = useNavigate()
  const [reads, setReads] = useState(0)
  useRealtime(() => setReads((times) => times + 1))

  useEffect(() => {
    let isOver = false
    const waiting = window.setTimeout(
      () => {
        callApi(readBooking, { params: { bookingId } })
          .then(async (read) => {
            if (isOver) return
            const outcome = paymentOutcome(read, heldMove)
            if (outcome) await navigate(`/bookings/${bookingId}?${outcome}`, { replace: true })
            else setReads((times) => times + 1)
          })
          .catch(() => !isOver && setReads((times) => times + 1))
      },
      reads === 0 ? 250 : 1000,
    )
    return () => {
      isOver = true
      window.clearTimeout(waiting)
    }
  }, [reads, bookingId, heldMove, navigate])

  return (
    <Stack>
      <Progress label={t('pay.confirming')} />
      {reads > usualSeconds && <Notice tone="pending" title={t('pay.slow')} />}
    </Stack>
  )
}
