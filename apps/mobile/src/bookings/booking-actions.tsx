import { useState } from 'react'
import { serverNow } from '@buy-locals/client/clock'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { amountDue, canCancel, canComplain, canReschedule, isPaidOnline } from '@buy-locals/features/booking/status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { format } from '@buy-locals/values/money'
import { useT } from '../messages/mobile-i18n'
import { ThreadLink } from '../thread/thread-link'
import { Complain } from '../visit/complain'
import { ReviewLink } from '../visit/review-link'
import { CalendarLink } from './calendar-link'
import { CancelOwnBooking } from './cancel-own-booking'

/** What can be done with a booking in its state. */
export function BookingActions({ booking }: { booking: Booking }) {
  const t = useT()
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  const [sheet, setSheet] = useState<'cancel' | 'complaint'>()
  const { id, status, businessId, serviceId, staffId, heldMove } = booking
  const { data: business } = useOperationQuery(readBusiness, { params: { businessId } })
  const isPublished = business?.status === 'published'
  const now = serverNow()
  const mayCancel = canCancel(booking, now)
  const close = () => setSheet(undefined)
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
      <ReviewLink booking={booking} />
      <ThreadLink bookingId={id} side="consumer" href={`/bookings/${id}/messages`} />
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
      {isPaidOnline(booking) && (
        <Button
          wide
          tone="secondary"
          icon="receipt"
          label={tFeatures('ownBooking.receipt')}
          href={`/bookings/${id}/receipt`}
        />
      )}
      <Button wide tone="secondary" icon="store" label={t('bookings.toBusiness')} href={`/b/${businessId}`} />
      {canComplain(booking, now) && (
        <Button
          wide
          tone="quiet"
          icon="flag"
          label={tFeatures('ownBooking.complain')}
          opensDialog
          onPress={() => setSheet('complaint')}
        />
      )}
      {mayCancel && (
        <Button
          wide
          tone="quiet"
          icon="calendar-x"
          label={tFeatures('booking.cancel')}
          opensDialog
          onPress={() => setSheet('cancel')}
        />
      )}
      <CancelOwnBooking booking={booking} open={sheet === 'cancel'} onClose={close} />
      <Complain booking={booking} open={sheet === 'complaint'} onClose={close} />
    </Stack>
  )
}
