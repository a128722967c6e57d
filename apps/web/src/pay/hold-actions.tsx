import { useNavigate } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { ErrorNotice } from '../api/error-notice'
import { useReleaseHold } from '../book/use-release-hold'
import type { LoadedBooking } from '../bookings/load-booking'

/** Whoever does not want to pay for this time takes another, or none. */
export function HoldActions({ loaded: { booking, business } }: { loaded: LoadedBooking }) {
  const t = translatorForFeatures(useI18n())
  const navigate = useNavigate()
  const bookPage = business ? `/b/${business.slug}/book/${booking.serviceId}` : '/'
  const { release, isBusy, error } = useReleaseHold(booking.id, () => void navigate(bookPage))
  if (booking.heldMove) {
    return (
      <Buttons>
        <Button tone="secondary" label={t('booking.moveBack')} href={`/bookings/${booking.id}/reschedule`} />
        <Button tone="quiet" label={t('booking.moveKeep')} href={`/bookings/${booking.id}`} />
      </Buttons>
    )
  }
  return (
    <Stack gap="md">
      <ErrorNotice error={error} />
      <Buttons>
        <Button tone="secondary" icon="clock" label={t('booking.move')} href={bookPage} />
        <Button tone="quiet" busy={isBusy} label={t('pay.release')} onPress={release} />
      </Buttons>
    </Stack>
  )
}
