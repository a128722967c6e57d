import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useKept } from '@buy-locals/client/stored-text'
import { fileComplaint } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { isPaidOnline } from '@buy-locals/features/booking/status'
import { Button } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { TextField } from '@buy-locals/ui/text-field'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { Fields } from '../site/form'

type ComplaintDialogProps = { booking: Booking; open: boolean; onClose: () => void }

export function ComplaintDialog({ booking, open, onClose }: ComplaintDialogProps) {
  const t = useT()
  const { revalidate } = useRevalidator()
  const [text = '', setText] = useKept(`complaint ${booking.id}`)
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(() => {
    setText('')
    onClose()
    void revalidate()
  })
  function file() {
    const body = { text: text.trim() }
    setMissing(!body.text)
    if (body.text) void send(() => callApi(fileComplaint, { params: { bookingId: booking.id }, body }))
  }
  const actions = <Button busy={isBusy} label={t('booking.complaintSend')} onPress={file} />
  return (
    <Dialog open={open} title={t('booking.complaintTitle')} onClose={onClose} actions={actions}>
      <Fields>
        <TextField
          rows={4}
          maxLength={1000}
          label={t('booking.complaintText')}
          hint={isPaidOnline(booking) ? t('booking.complaintHint') : undefined}
          error={isMissing ? t('form.noComplaint') : undefined}
          value={text}
          onChange={setText}
        />
        <ErrorNotice error={error} />
      </Fields>
    </Dialog>
  )
}
