import { useState } from 'react'
import { useSearchParams } from 'react-router'
import * as api from '@buy-locals/contracts/booking/operations'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { canEdit, queriesOfBooking, type Booking } from '@buy-locals/features/booking/business-booking'
import { ErrorNotice } from '../shell/error-notice'
import { useT } from '../messages/use-t'
import { CancelDialog } from './cancel-dialog'
import { EditDialog } from './edit-dialog'
import { MoveDialog } from './move-dialog'
import { NoShowDialog } from './no-show-dialog'

/** What a business does with a booking: it completes it, marks a no-show, or cancels it. */
type BookingActionsProps = { booking: Booking; customer: BoardBooking['customer'] | undefined }

export function BookingActions({ booking, customer }: BookingActionsProps) {
  const t = useT()
  const [search] = useSearchParams()
  const droppedAt = instant.safeParse(search.get('to')).data
  const to = droppedAt ? { start: droppedAt, staffId: id('staff').safeParse(search.get('staff')).data } : undefined
  const [dialog, setDialog] = useState<'cancel' | 'no-show' | 'move' | 'edit' | undefined>(to && 'move')
  const complete = useOperationMutation(api.completeBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.completeDone'),
  })
  const { status, id: bookingId } = booking
  const isConfirmed = status === 'confirmed'
  const dialogProps = { booking, customer, onClose: () => setDialog(undefined) }
  return (
    <Stack gap="md">
      <ErrorNotice error={complete.shownError} />
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
          <Button tone="secondary" label={t('booking.markNoShow')} opensDialog onPress={() => setDialog('no-show')} />
        )}
        {isConfirmed && !booking.complainedAt && (
          <Button
            tone="secondary"
            icon="clock"
            label={t('booking.move')}
            opensDialog
            onPress={() => setDialog('move')}
          />
        )}
        {customer && canEdit(booking) && (
          <Button tone="secondary" label={t('booking.edit')} opensDialog onPress={() => setDialog('edit')} />
        )}
        <Button tone="quiet" label={t('booking.cancel')} opensDialog onPress={() => setDialog('cancel')} />
      </Buttons>
      <CancelDialog {...dialogProps} open={dialog === 'cancel'} />
      {dialog === 'edit' && customer && (
        <EditDialog booking={booking} customer={customer} onClose={dialogProps.onClose} />
      )}
      {dialog === 'move' && <MoveDialog {...dialogProps} to={to} />}
      <NoShowDialog {...dialogProps} open={dialog === 'no-show'} />
    </Stack>
  )
}
