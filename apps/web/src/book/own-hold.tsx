import { useRevalidator } from 'react-router'
import { OwnHoldNotice } from '@buy-locals/features/own-bookings-notice'
import { ErrorNotice } from '../api/error-notice'
import type { BookingOptions } from './load-options'
import { useReleaseHold } from './use-release-hold'

/** What the reader holds of this service already, to pay or to release. */
export function OwnHold({ hold }: { hold: NonNullable<BookingOptions['ownHold']> }) {
  const { revalidate } = useRevalidator()
  const { release, isBusy, error } = useReleaseHold(hold.id, () => void revalidate())
  return <OwnHoldNotice hold={hold} isReleasing={isBusy} error={<ErrorNotice error={error} />} onRelease={release} />
}
