import { useState } from 'react'
import { completeBooking, reopenBooking } from '@buy-locals/contracts/booking/operations'
import { canReopen, refundable } from '@buy-locals/features/booking/status'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { canConfirmVisit, queriesOfBooking, type Booking } from '@buy-locals/features/booking/business-booking'
import { ErrorNotice } from '../shell/error-notice'
import { useCurrentBusiness } from '../shell/current-business'
import { useNow } from '../time/use-now'
import { useT } from '../messages/use-t'
import { RefundDialog } from './refund-dialog'

type OverActionsProps = { booking: Booking; customer: BoardBooking['customer'] | undefined }

/** Of a booking that is over: a wrong press is taken back until the complaint window ends, what completed automatically is confirmed, and what was paid is refunded. */
export function OverActions({ booking, customer }: OverActionsProps) {
  const t = useT()
  const { may } = useCurrentBusiness()
  const [isRefunding, setRefunding] = useState(false)
  const undo = useOperationMutation(reopenBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.undone'),
  })
  const confirm = useOperationMutation(completeBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.completeDone'),
  })
  const now = useNow().toString()
  const { id: bookingId, status } = booking
  const undoable = (status === 'completed' || status === 'no-show') && canReopen(booking, now) ? status : undefined
  const canConfirm = canConfirmVisit(booking, now)
  const canRefund = may('manager') && refundable(booking).amount > 0
  const error = undo.shownError ?? confirm.shownError
  if (!undoable && !canRefund) return null
  return (
    <Stack gap="md">
      <ErrorNotice error={error} />
      <Buttons>
        {canConfirm && (
          <Button
            icon="check"
            label={t('booking.confirmVisit')}
            busy={confirm.isPending}
            onPress={() => confirm.mutate({ input: { params: { bookingId } } })}
          />
        )}
        {canRefund && (
          <Button tone="secondary" label={t('booking.refund')} opensDialog onPress={() => setRefunding(true)} />
        )}
        {undoable && (
          <Button
            tone={canRefund ? 'quiet' : 'secondary'}
            label={t(`booking.undo.${undoable}`)}
            busy={undo.isPending}
            onPress={() => undo.mutate({ input: { params: { bookingId } } })}
          />
        )}
      </Buttons>
      {isRefunding && <RefundDialog booking={booking} customer={customer} onClose={() => setRefunding(false)} />}
    </Stack>
  )
}
