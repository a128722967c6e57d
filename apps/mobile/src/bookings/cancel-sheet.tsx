import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { serverNow } from '@buy-locals/client/clock'
import { cancelBooking, readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { refundText } from '@buy-locals/features/booking/refund-text'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { readBookingsAgain } from './read-bookings-again'

type CancelSheetProps = { booking: Booking; open: boolean; onClose: () => void }

/** What comes back is said before the button is pressed. */
export function CancelSheet({ booking, open, onClose }: CancelSheetProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, isPending, errorText } = useOperationMutation(cancelBooking, {
    invalidates: [readBooking],
    inlineError: true,
    onSuccess: () => {
      readBookingsAgain(queryClient)
      onClose()
    },
  })
  function cancel() {
    const text = reason.trim()
    mutate({ input: { params: { bookingId: booking.id }, body: text ? { reason: text } : {} } })
  }
  const actions = (
    <Buttons>
      <Button tone="danger" busy={isPending} label={t('booking.cancelDo')} onPress={cancel} />
      <Button tone="secondary" label={t('booking.cancelKeep')} onPress={onClose} />
    </Buttons>
  )
  return (
    <Sheet open={open} title={t('booking.cancelTitle')} onClose={onClose} actions={actions}>
      <Stack gap="lg">
        <Text>{open ? refundText(i18n, booking, serverNow()) : ''}</Text>
        <TextField
          optional
          rows={2}
          maxLength={500}
          label={t('booking.cancelReason')}
          value={reason}
          onChange={setReason}
        />
        {errorText && <Notice tone="danger" title={errorText} />}
      </Stack>
    </Sheet>
  )
}
