import type { ReactNode } from 'react'
import { isSignedOut } from '@buy-locals/client/me'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../../messages/mobile-i18n'
import { SignInFirst } from '../../session/sign-in-first'
import { LoadingScreen } from '../../shell/loading-screen'
import { Failed } from '../../shell/screen-error'
import { businessPath } from '../use-business'

type ToOwnerBookingProps = {
  bookingId: string
  screen: 'messages' | undefined
  children: (href: string) => ReactNode
}

/** Reads whose booking it is, on the way to its screen for owners and staff. */
export function ToOwnerBooking({ bookingId, screen, children }: ToOwnerBookingProps) {
  const t = useT()
  const params = { bookingId: bookingId as Id<'booking'> }
  const { data: booking, error, refetch } = useOperationQuery(readBooking, { params })
  if (isSignedOut(error)) return <SignInFirst text={t('business.signIn')} />
  if (!booking) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <LoadingScreen />
  const path = `bookings/${bookingId}`
  return children(businessPath(booking.businessId, screen ? `${path}/${screen}` : path))
}
