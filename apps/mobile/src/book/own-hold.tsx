import { useQueryClient } from '@tanstack/react-query'
import { cancelBooking, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { OwnHoldNotice } from '@buy-locals/features/own-bookings-notice'
import { ErrorNotice } from '../shell/error-notice'
import { readBookingsAgain } from '../bookings/read-bookings-again'

/** A time that is held and not paid is free again for everybody. */
export function useReleaseHold(bookingId: Booking['id'], onReleased?: () => void) {
  const t = translatorForFeatures(useI18n())
  const queryClient = useQueryClient()
  const { mutate, isPending, shownError } = useOperationMutation(cancelBooking, {
    invalidates: [readBooking],
    successText: t('book.released'),
    inlineError: true,
    onSuccess: () => {
      readBookingsAgain(queryClient)
      onReleased?.()
    },
  })
  const release = () => mutate({ input: { params: { bookingId }, body: {} } })
  return {
    release,
    isReleasing: isPending,
    error: <ErrorNotice error={shownError} onReload={() => void queryClient.invalidateQueries()} />,
  }
}

/** What the reader holds of this service already, to pay or to release. */
export function OwnHold({ hold }: { hold: Booking }) {
  const { release, isReleasing, error } = useReleaseHold(hold.id)
  return <OwnHoldNotice hold={hold} isReleasing={isReleasing} error={error} onRelease={release} />
}
