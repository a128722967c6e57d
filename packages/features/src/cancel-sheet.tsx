import { useState, type ReactNode } from 'react'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { refundText } from './booking/refund-text'
import { translatorForFeatures, useI18n } from './i18n'

type CancelSheetProps = {
  booking: Booking
  serverNow: () => string
  open: boolean
  isCancelling: boolean
  errorNotice: ReactNode
  onCancel: (body: { reason?: string }) => void
  onClose: () => void
}

/** Who booked cancels it: what comes back is said before the button is pressed. */
export function CancelSheet({ booking, serverNow, open, isCancelling, errorNotice, ...on }: CancelSheetProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const [typed, setTyped] = useState('')
  function cancel() {
    const reason = typed.trim()
    on.onCancel(reason ? { reason } : {})
  }
  const actions = (
    <Buttons>
      <Button tone="danger" busy={isCancelling} label={t('booking.cancelDo')} onPress={cancel} />
      <Button tone="secondary" label={t('booking.cancelKeep')} onPress={on.onClose} />
    </Buttons>
  )
  return (
    <Sheet open={open} title={t('booking.cancelTitle')} onClose={on.onClose} actions={actions}>
      <Stack gap="lg">
        <Text>{open ? refundText(i18n, booking, serverNow()) : ''}</Text>
        <TextField
          optional
          rows={2}
          maxLength={500}
          label={t('booking.cancelReason')}
          value={typed}
          onChange={setTyped}
        />
        {errorNotice}
      </Stack>
    </Sheet>
  )
}
