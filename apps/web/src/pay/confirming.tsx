import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { callApi } from '../api/call-api'
import { useRealtime } from '../bookings/use-realtime'
import { useT } from '../messages/site-i18n'

const usualSeconds = 15

/** What the page of the booking says first. */
function outcomeOf({ start }: Booking, heldMove: Booking['heldMove']): 'new' | 'moved' | 'unmoved' {
  if (!heldMove) return 'new'
  return start === heldMove.start ? 'moved' : 'unmoved'
}

/** The money is on its way; the booking, or its new time, is confirmed as soon as the payment provider has told the server. */
export function Confirming({ booking }: { booking: Booking }) {
  const { id: bookingId, heldMove } = booking
  const t = useT()
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
            if (read.status === 'held' || read.heldMove) setReads((times) => times + 1)
            else await navigate(`/bookings/${bookingId}?${outcomeOf(read, heldMove)}`, { replace: true })
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
