import { useState, type ReactNode } from 'react'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Button } from '@buy-locals/ui/button'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { isPaidOnline } from './booking/status'
import { translatorForFeatures, useI18n } from './i18n'

type ComplaintSheetProps = {
  booking: Booking
  open: boolean
  text: string
  onChange: (text: string) => void
  isSending: boolean
  errorNotice: ReactNode
  onSend: (text: string) => void
  onClose: () => void
}

/** Whoever booked says what was wrong with the visit. What is typed stays where it is closed by accident. */
export function ComplaintSheet({ booking, open, text, isSending, errorNotice, ...on }: ComplaintSheetProps) {
  const t = translatorForFeatures(useI18n())
  const [isMissing, setMissing] = useState(false)
  const written = text.trim()
  function send() {
    setMissing(!written)
    if (written) on.onSend(written)
  }
  const actions = <Button busy={isSending} label={t('ownBooking.complaintSend')} onPress={send} />
  return (
    <Sheet open={open} title={t('ownBooking.complaintTitle')} onClose={on.onClose} actions={actions}>
      <Stack gap="lg">
        <TextField
          rows={4}
          maxLength={1000}
          label={t('ownBooking.complaintText')}
          hint={isPaidOnline(booking) ? t('ownBooking.complaintHint') : undefined}
          error={isMissing && !written ? t('ownBooking.complaintMissing') : undefined}
          value={text}
          onChange={on.onChange}
        />
        {errorNotice}
      </Stack>
    </Sheet>
  )
}
