import { useCallback } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/values/format-time'
import { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { RealtimeEvent } from '@buy-locals/contracts/realtime'
import type { Id } from '@buy-locals/values/ids'
import { useToast } from '@buy-locals/ui/toast'
import { readFresh } from '../api/queries'
import { useT } from '../messages/use-t'

const confirmed = bookingConfirmed.type.replace(/\.v\d+$/, '')

/** What was booked on this screen, which has said so already. */
const bookedHere = new Set<string>()

export const noteBookedHere = (bookingId: string): void => void bookedHere.add(bookingId)

/** Shows a toast for each booking that somebody else makes, on every page of the business. */
export function useBookingToasts({ timeZone }: { timeZone: string }) {
  const t = useT()
  const i18n = useI18n()
  const showToast = useToast()
  return useCallback(
    async ({ type, id }: RealtimeEvent) => {
      if (type !== confirmed) return
      const { serviceName, staffName, start } = await readFresh(readBooking, {
        params: { bookingId: id as Id<'booking'> },
      })
      if (bookedHere.has(id)) return
      const values = { service: serviceName, when: formatDateTime(i18n, start, timeZone), staff: staffName ?? '' }
      showToast({ tone: 'success', text: t(staffName ? 'booking.newWith' : 'booking.new', values) })
    },
    [t, i18n, showToast, timeZone],
  )
}
