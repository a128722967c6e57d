import { useState } from 'react'
import * as api from '@buy-locals/contracts/booking/operations'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationMutation } from '../api/use-operation-mutation'
import { useT } from '../messages/use-t'
import { AskCancel } from './ask-cancel'
import { AskNoShow } from './ask-no-show'
import type { KnownBooking } from './known-booking'
import { stirred } from './stirred'

/** Whether anything can still be done with it. */
export const isOpen = ({ status }: KnownBooking) => status === 'held' || status === 'pending' || status === 'confirmed'

/** What a business does with a booking: it took place, nobody came, or it is called off. */
export function BookingActs({ booking, customer }: { booking: KnownBooking; customer: string | undefined }) {
  const t = useT()
  const [asked, setAsked] = useState<'cancel' | 'no-show'>()
  const complete = useOperationMutation(api.completeBooking, {
    inlineError: true,
    invalidates: stirred,
    successText: t('booking.completeDone'),
  })
  const { status, id: bookingId } = booking
  const canClose = status === 'confirmed'
  const shared = { booking, customer: customer ?? t('booking.customer'), onClose: () => setAsked(undefined) }
  return (
    <Stack gap="md">
      {complete.errorText && <Notice tone="danger" title={complete.errorText} />}
      <Buttons>
        {canClose && (
          <Button
            icon="check"
            label={t('booking.complete')}
            busy={complete.isPending}
            onPress={() => complete.mutate({ input: { params: { bookingId } } })}
          />
        )}
        {canClose && <Button tone="secondary" label={t('booking.noShowAct')} onPress={() => setAsked('no-show')} />}
        <Button tone="quiet" label={t('booking.cancel')} onPress={() => setAsked('cancel')} />
      </Buttons>
      <AskCancel {...shared} open={asked === 'cancel'} />
      <AskNoShow {...shared} open={asked === 'no-show'} />
    </Stack>
  )
}
