import { useState } from 'react'
import { serverNow } from '@buy-locals/client/clock'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { amountDue, canCancel, canReschedule } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { format } from '@buy-locals/values/money'
import { useT } from '../messages/mobile-i18n'
import { CalendarLink } from './calendar-link'
import { CancelOwnBooking } from './cancel-own-booking'

/** What can be done with a booking in its state. */
export function BookingActions({ booking }: { booking: Booking }) {
  const t = useT()
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  const [isCancelling, setCancelling] = useState(false)
  const { id, status, businessId, serviceId, staffId, heldMove } = booking
  const { data: business } = useOperationQuery(readBusiness, { params: { businessId } })
  const isPublished = business?.status === 'published'
  const now = serverNow()
  const mayCancel = canCancel(booking, now)
  return (
    <Stack gap="md">
      {(status === 'held' || heldMove) && (
        <Button
          wide
          large
          label={tFeatures('booking.payNow', { amount: format(amountDue(booking), i18n.locale) })}
          href={`/bookings/${id}/pay`}
        />
      )}
      {(status === 'confirmed' || status === 'pending') && <CalendarLink booking={booking} />}
      {isPublished && canReschedule(booking, now) && (
        <Button
          wide
          tone="secondary"
          icon="clock"
          label={tFeatures('booking.move')}
          href={`/bookings/${id}/reschedule${staffId ? `?staff=${staffId}` : ''}`}
        />
      )}
      {isPublished && !mayCancel && (
        <Button
          wide
          tone="secondary"
          label={tFeatures('booking.bookAgain')}
          href={`/b/${businessId}/book/${serviceId}`}
        />
      )}
      <Button wide tone="secondary" icon="store" label={t('bookings.toBusiness')} href={`/b/${businessId}`} />
      {mayCancel && (
        <Button
          wide
          tone="quiet"
          icon="calendar-x"
          label={tFeatures('booking.cancel')}
          onPress={() => setCancelling(true)}
        />
      )}
      <CancelOwnBooking booking={booking} open={isCancelling} onClose={() => setCancelling(false)} />
    </Stack>
  )
}
