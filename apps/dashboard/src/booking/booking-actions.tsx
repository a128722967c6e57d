import { useState } from 'react'
import * as api from '@buy-locals/contracts/booking/operations'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationMutation } from '../api/use-operation-mutation'
import { useT } from '../messages/use-t'
import { CancelDialog } from './cancel-dialog'
import { MoveDialog } from './move-dialog'
import { NoShowDialog } from './no-show-dialog'
import { queriesOfBooking, type Booking } from './booking'

/** What a business does with a booking: it completes it, marks a no-show, or cancels it. */
export function BookingActions({ booking, customer }: { booking: Booking; customer: string | undefined }) {
  const t = useT()
  const [dialog, setDialog] = useState<'cancel' | 'no-show' | 'move'>()
  const complete = useOperationMutation(api.completeBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.completeDone'),
  })
  const { status, id: bookingId } = booking
  const isConfirmed = status === 'confirmed'
  const dialogProps = { booking, customer: customer ?? t('booking.customer'), onClose: () => setDialog(undefined) }
  return (
    <Stack gap="md">
      {complete.errorText && <Notice tone="danger" title={complete.errorText} />}
      <Buttons>
        {isConfirmed && (
          <Button
            icon="check"
            label={t('booking.complete')}
            busy={complete.isPending}
            onPress={() => complete.mutate({ input: { params: { bookingId } } })}
          />
        )}
        {isConfirmed && (
          <Button tone="secondary" label={t('booking.markNoShow')} onPress={() => setDialog('no-show')} />
        )}
        {isConfirmed && !booking.complainedAt && (
          <Button tone="secondary" icon="clock" label={t('booking.move')} onPress={() => setDialog('move')} />
        )}
        <Button tone="quiet" label={t('booking.cancel')} onPress={() => setDialog('cancel')} />
      </Buttons>
      <CancelDialog {...dialogProps} open={dialog === 'cancel'} />
      {dialog === 'move' && <MoveDialog {...dialogProps} />}
      <NoShowDialog {...dialogProps} open={dialog === 'no-show'} />
    </Stack>
  )
}
