import { useState } from 'react'
import { completeBooking } from '@buy-locals/contracts/booking/operations'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button, Buttons } from '@buy-locals/ui/button'
import { useT } from '../../messages/mobile-i18n'
import { ErrorNotice } from '../../shell/error-notice'
import { useBusiness } from '../use-business'
import { CancelSheet } from './cancel-sheet'
import type { BookedVisit } from './booked-visit'
import { NoShowSheet } from './no-show-sheet'

/** What a business does with a booking: it completes it, marks a no-show, moves or cancels it. */
export function OwnerBookingActions({ booking, customer }: BookedVisit) {
  const t = useT()
  const { pathTo } = useBusiness()
  const [sheet, setSheet] = useState<'cancel' | 'no-show'>()
  const { mutate, isPending, shownError } = useOperationMutation(completeBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.completeDone'),
  })
  const { status, id: bookingId, complainedAt } = booking
  const isConfirmed = status === 'confirmed'
  const sheetProps = { booking, customer, onClose: () => setSheet(undefined) }
  return (
    <>
      <ErrorNotice error={shownError} />
      <Buttons>
        {isConfirmed && (
          <Button
            icon="check"
            label={t('booking.complete')}
            busy={isPending}
            onPress={() => mutate({ input: { params: { bookingId } } })}
          />
        )}
        {isConfirmed && (
          <Button opensDialog tone="secondary" label={t('booking.markNoShow')} onPress={() => setSheet('no-show')} />
        )}
        {isConfirmed && !complainedAt && (
          <Button tone="secondary" icon="clock" label={t('booking.move')} href={pathTo(`bookings/${bookingId}/move`)} />
        )}
        <Button opensDialog tone="quiet" label={t('booking.cancel')} onPress={() => setSheet('cancel')} />
      </Buttons>
      <CancelSheet {...sheetProps} open={sheet === 'cancel'} />
      <NoShowSheet {...sheetProps} open={sheet === 'no-show'} />
    </>
  )
}
