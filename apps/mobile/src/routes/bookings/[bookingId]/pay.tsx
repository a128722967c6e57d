import { router, useLocalSearchParams, useNavigation, type Href } from 'expo-router'
import { useCallback } from 'react'
import type { PaymentOutcome } from '@buy-locals/features/booking/payment-outcome'
import { linksOfBooking, OpenedLinks } from '../../../bookings/opened-links'
import { PayScreen } from '../../../pay/pay-screen'
import { showBooking } from '../../../shell/show-booking'

export { ScreenError as ErrorBoundary } from '../../../shell/screen-error'

type Params = { bookingId: string; redirect_status?: string; '#'?: string }

export default function Pay() {
  const { bookingId, redirect_status: redirectStatus, '#': fragment } = useLocalSearchParams<Params>()
  const navigation = useNavigation()
  // The bank's page may have opened this screen once more: the one below leaves it to the one that is seen.
  const finish = useCallback(
    (outcome: PaymentOutcome) => {
      if (navigation.isFocused()) showBooking(bookingId, outcome)
    },
    [bookingId, navigation],
  )
  return (
    <OpenedLinks links={linksOfBooking(bookingId, fragment)}>
      <PayScreen
        bookingId={bookingId}
        redirectStatus={redirectStatus}
        onDone={finish}
        onLeave={({ heldMove, businessId, serviceId }) =>
          router.dismissTo(
            (heldMove ? `/bookings/${bookingId}/reschedule` : `/b/${businessId}/book/${serviceId}`) as Href,
          )
        }
      />
    </OpenedLinks>
  )
}
