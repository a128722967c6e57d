import { isSignedOut } from '@buy-locals/client/me'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { useGuestMs } from '../session/use-guest-ms'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed } from '../shell/screen-error'
import { Thread } from './thread'

const lists = [listMyBookings]

/** What the customer and the business write to each other about a booking, as the customer reads it. */
export function ThreadScreen({ bookingId }: { bookingId: string }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const everyMs = useGuestMs()
  const params = { bookingId: bookingId as Id<'booking'> }
  const { data: booking, error, refetch } = useOperationQuery(readBooking, { params })
  if (isSignedOut(error)) return <SignInFirst text={t('bookings.guestText')} />
  if (!booking && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!booking) return <LoadingScreen />
  const name = booking.venue?.name ?? ''
  return (
    <Thread
      booking={booking}
      side="consumer"
      name={name}
      ownName={tFeatures('thread.you')}
      empty={tFeatures('thread.noneYet', { name })}
      lists={lists}
      everyMs={everyMs}
    />
  )
}
