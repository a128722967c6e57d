import { completeBooking, reopenBooking } from '@buy-locals/contracts/booking/operations'
import { canReopen } from '@buy-locals/features/booking/status'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationMutation } from '../api/use-operation-mutation'
import { useNow } from '../time/use-times'
import { useT } from '../messages/use-t'
import { queriesOfBooking, type Booking } from './booking'

/** A wrong press is taken back, until the complaint window ends. What completed automatically can be confirmed, so that it can be reviewed. */
export function UndoOutcome({ booking }: { booking: Booking }) {
  const t = useT()
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
  const canConfirm = booking.completedBy === 'automatic' && booking.payment !== 'online'
  const errorText = undo.errorText ?? confirm.errorText
  const now = useNow().toString()
  const { id: bookingId, status } = booking
  if ((status !== 'completed' && status !== 'no-show') || !canReopen(booking, now)) return null
  return (
    <Stack gap="md">
      {errorText && <Notice tone="danger" title={errorText} />}
      <Buttons>
        {canConfirm && (
          <Button
            icon="check"
            label={t('booking.confirmVisit')}
            busy={confirm.isPending}
            onPress={() => confirm.mutate({ input: { params: { bookingId } } })}
          />
        )}
        <Button
          tone="secondary"
          label={t(`booking.undo.${status}`)}
          busy={undo.isPending}
          onPress={() => undo.mutate({ input: { params: { bookingId } } })}
        />
      </Buttons>
    </Stack>
  )
}
