import { completeBooking, reopenBooking } from '@buy-locals/contracts/booking/operations'
import { useNow } from '@buy-locals/client/use-now'
import { canConfirmVisit, queriesOfBooking, type Booking } from '@buy-locals/features/booking/business-booking'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button, Buttons } from '@buy-locals/ui/button'
import { useT } from '../../messages/mobile-i18n'
import { ErrorNotice } from '../../shell/error-notice'

/** Of a booking that is over: a wrong press is taken back until the complaint window ends, and what completed automatically is confirmed. */
export function OverActions({ booking }: { booking: Booking }) {
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
  const now = useNow()
  const { id: bookingId, status } = booking
  const input = { params: { bookingId } }
  return (
    <>
      <ErrorNotice error={undo.shownError ?? confirm.shownError} />
      <Buttons>
        {canConfirmVisit(booking, now) && (
          <Button
            icon="check"
            label={t('booking.confirmVisit')}
            busy={confirm.isPending}
            onPress={() => confirm.mutate({ input })}
          />
        )}
        <Button
          tone="secondary"
          label={t(`booking.undo.${status === 'no-show' ? status : 'completed'}`)}
          busy={undo.isPending}
          onPress={() => undo.mutate({ input })}
        />
      </Buttons>
    </>
  )
}
