import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { call } from '../api'
import { useLive } from '../bookings/use-live'
import { useT } from '../messages/site-i18n'

const usualSeconds = 15

/** The money is on its way; the booking stands as soon as the provider's word has reached us. */
export function Confirming({ bookingId }: { bookingId: Id<'booking'> }) {
  const t = useT()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(0)
  useLive(() => setAsked((times) => times + 1))

  useEffect(() => {
    let isOver = false
    const wait = window.setTimeout(
      () => {
        call(readBooking, { params: { bookingId } })
          .then(async ({ status }) => {
            if (isOver) return
            if (status === 'held') setAsked((times) => times + 1)
            else await navigate(`/bookings/${bookingId}?new`, { replace: true })
          })
          .catch(() => !isOver && setAsked((times) => times + 1))
      },
      asked === 0 ? 250 : 1000,
    )
    return () => {
      isOver = true
      window.clearTimeout(wait)
    }
  }, [asked, bookingId, navigate])

  return (
    <Stack>
      <Progress label={t('pay.confirming')} />
      {asked > usualSeconds && <Notice tone="pending" title={t('pay.slow')} />}
    </Stack>
  )
}
