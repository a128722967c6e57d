import { useState } from 'react'
import { completeBooking, markNoShow, reopenBooking } from '@buy-locals/contracts/booking/operations'
import { canReopen } from '@buy-locals/features/booking/status'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { amountPaidOnline, queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { ErrorNotice } from '../shell/error-notice'
import { NoShowDialog } from '../booking/no-show-dialog'
import { useT } from '../messages/use-t'
import { useNow } from '../time/use-now'

/** Who came: one press each, and one more to take it back. A no-show that costs somebody money says so first. */
export function Attendance({ booking }: { booking: BoardBooking }) {
  const t = useT()
  const now = useNow().toString()
  const [isMissing, setMissing] = useState(false)
  const { id: bookingId, status, customer } = booking
  const { name } = customer
  const options = { inlineError: true, invalidates: queriesOfBooking } as const
  const complete = useOperationMutation(completeBooking, { ...options, successText: t('board.cameNamed', { name }) })
  const miss = useOperationMutation(markNoShow, { ...options, successText: t('board.missedNamed', { name }) })
  const reopen = useOperationMutation(reopenBooking, { ...options, successText: t('booking.undone') })
  const input = { params: { bookingId } }
  const error = complete.shownError ?? miss.shownError ?? reopen.shownError
  const isPaid = amountPaidOnline(booking).amount > 0
  return (
    <Stack gap="sm">
      <ErrorNotice error={error} />
      <Buttons>
        {status === 'confirmed' && (
          <>
            <Button
              tone="secondary"
              icon="check"
              label={t('board.came')}
              name={t('board.cameNamed', { name })}
              busy={complete.isPending}
              onPress={() => complete.mutate({ input })}
            />
            <Button
              tone="quiet"
              label={t('booking.markNoShow')}
              name={t('board.missedNamed', { name })}
              busy={miss.isPending}
              opensDialog={isPaid}
              onPress={() => (isPaid ? setMissing(true) : miss.mutate({ input }))}
            />
          </>
        )}
        {canReopen(booking, now) && (
          <Button
            flush
            tone="quiet"
            label={t('board.undo')}
            name={t('board.undoNamed', { name })}
            busy={reopen.isPending}
            onPress={() => reopen.mutate({ input })}
          />
        )}
      </Buttons>
      {isMissing && <NoShowDialog open booking={booking} customer={customer} onClose={() => setMissing(false)} />}
    </Stack>
  )
}
