import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { fileComplaint } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { Button } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { TextField } from '@buy-locals/ui/text-field'
import { Refused } from '../account/refused'
import { useSend } from '../account/use-send'
import { call } from '../api'
import { useT } from '../messages/site-i18n'
import { Fields } from '../site/form'

type ProblemDialogProps = { booking: Booking; open: boolean; onClose: () => void }

export function ProblemDialog({ booking, open, onClose }: ProblemDialogProps) {
  const t = useT()
  const { revalidate } = useRevalidator()
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(() => {
    onClose()
    void revalidate()
  })
  function report() {
    const said = text.trim()
    setMissing(!said)
    if (said) void send(() => call(fileComplaint, { params: { bookingId: booking.id }, body: { text: said } }))
  }
  const actions = <Button busy={isBusy} label={t('booking.problemSend')} onPress={report} />
  return (
    <Dialog open={open} title={t('booking.problemTitle')} onClose={onClose} actions={actions}>
      <Fields>
        <TextField
          rows={4}
          maxLength={1000}
          label={t('booking.complaintText')}
          hint={t('booking.problemHint')}
          error={isMissing ? t('account.required') : undefined}
          value={text}
          onChange={setText}
        />
        <Refused error={error} />
      </Fields>
    </Dialog>
  )
}
