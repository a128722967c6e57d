import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useServerNow } from '@buy-locals/client/use-server-now'
import { cancelBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { refundText } from '@buy-locals/features/booking/refund-text'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { Fields } from '../site/form'

type CancelDialogProps = { booking: Booking; now: string; open: boolean; onClose: () => void }

export function CancelDialog({ booking, now, open, onClose }: CancelDialogProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const serverNow = useServerNow(now)
  const { revalidate } = useRevalidator()
  const [reason, setReason] = useState('')
  const { send, isBusy, error } = useSend(() => {
    onClose()
    void revalidate()
  })
  function cancel() {
    const text = reason.trim()
    void send(() => callApi(cancelBooking, { params: { bookingId: booking.id }, body: text ? { reason: text } : {} }))
  }
  const actions = (
    <Buttons>
      <Button tone="danger" busy={isBusy} label={t('booking.cancelDo')} onPress={cancel} />
      <Button tone="secondary" label={t('booking.cancelKeep')} onPress={onClose} />
    </Buttons>
  )
  return (
    <Dialog open={open} title={t('booking.cancelTitle')} onClose={onClose} actions={actions}>
      <Fields>
        <Text>{open ? refundText(i18n, booking, serverNow()) : ''}</Text>
        <TextField
          optional
          rows={2}
          maxLength={500}
          label={t('booking.cancelReason')}
          value={reason}
          onChange={setReason}
        />
        <ErrorNotice error={error} />
      </Fields>
    </Dialog>
  )
}
