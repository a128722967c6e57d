import { useState } from 'react'
import { completeBooking, markNoShow, reopenBooking } from '@buy-locals/contracts/booking/operations'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { amountPaidOnline, queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { canReopen } from '@buy-locals/features/booking/status'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../../messages/mobile-i18n'
import { ErrorNotice } from '../../shell/error-notice'
import { NoShowSheet } from '../booking/no-show-sheet'

/** Who came: one press each, and one more to take it back. A no-show that costs somebody money says so first. */
export function Attendance({ booking, now }: { booking: BoardBooking; now: string }) {
  const t = useT()
  const [isMissing, setMissing] = useState(false)
  const { id: bookingId, status, customer } = booking
  const { name } = customer
  const options = { inlineError: true, invalidates: queriesOfBooking } as const
  const complete = useOperationMutation(completeBooking, { ...options, successText: t('board.cameNamed', { name }) })
  const miss = useOperationMutation(markNoShow, { ...options, successText: t('board.missedNamed', { name }) })
  const reopen = useOperationMutation(reopenBooking, { ...options, successText: t('booking.undone') })
  const input = { params: { bookingId } }
  const isPaid = amountPaidOnline(booking).amount > 0
  return (
    <Stack gap="xs">
      <Text>{name}</Text>
      <ErrorNotice error={complete.shownError ?? miss.shownError ?? reopen.shownError} />
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
      {isMissing && <NoShowSheet open booking={booking} customer={customer} onClose={() => setMissing(false)} />}
    </Stack>
  )
}
