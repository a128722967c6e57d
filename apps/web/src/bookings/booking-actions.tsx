import { useState } from 'react'
import { amountDue, canCancel, canComplain, canReschedule, isPaidOnline } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { format } from '@buy-locals/values/money'
import { CancelOwnBooking } from './cancel-own-booking'
import { ComplaintDialog } from './complaint-dialog'
import type { LoadedBooking } from './load-booking'

/** What can be done with a booking in its state. */
export function BookingActions({ loaded }: { loaded: LoadedBooking }) {
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  const [dialog, setDialog] = useState<'cancel' | 'complaint'>()
  const { booking, business, now } = loaded
  const { status } = booking
  const mayCancel = canCancel(booking, now)
  const bookAgain = business && `/b/${business.slug}/book/${booking.serviceId}`
  const canMove = business?.status === 'published' && canReschedule(booking, now)
  const close = () => setDialog(undefined)
  return (
    <Stack gap="md">
      {(status === 'held' || booking.heldMove) && (
        <Button
          wide
          large
          label={tFeatures('booking.payNow', { amount: format(amountDue(booking), i18n.locale) })}
          href={`/bookings/${booking.id}/pay`}
        />
      )}
      {(status === 'confirmed' || status === 'pending') && (
        <Button
          wide
          tone="secondary"
          icon="calendar-plus"
          label={tFeatures('booking.calendar')}
          href={`/v1/bookings/${booking.id}/calendar`}
        />
      )}
      {canMove && (
        <Button
          wide
          tone="secondary"
          icon="clock"
          label={tFeatures('booking.move')}
          href={`/bookings/${booking.id}/reschedule${booking.staffId ? `?staff=${booking.staffId}` : ''}`}
        />
      )}
      {isPaidOnline(booking) && (
        <Button
          wide
          tone="secondary"
          icon="receipt"
          label={tFeatures('ownBooking.receipt')}
          href={`/bookings/${booking.id}/receipt`}
        />
      )}
      {!mayCancel && bookAgain && (
        <Button wide tone="secondary" label={tFeatures('booking.bookAgain')} href={bookAgain} />
      )}
      {canComplain(booking, now) && (
        <Button
          wide
          tone="quiet"
          icon="flag"
          label={tFeatures('ownBooking.complain')}
          opensDialog
          onPress={() => setDialog('complaint')}
        />
      )}
      {mayCancel && (
        <Button
          wide
          tone="quiet"
          icon="calendar-x"
          label={tFeatures('booking.cancel')}
          opensDialog
          onPress={() => setDialog('cancel')}
        />
      )}
      <CancelOwnBooking booking={booking} now={now} open={dialog === 'cancel'} onClose={close} />
      <ComplaintDialog booking={booking} open={dialog === 'complaint'} onClose={close} />
    </Stack>
  )
}
