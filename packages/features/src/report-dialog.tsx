import { useState, type ReactNode } from 'react'
import { Button } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { translatorForFeatures, useI18n } from './i18n'

/** How what the other side wrote is reported to the operator. Once the message says so, its dialog is gone. */
export type Reporting = {
  isBusy: boolean
  /** Why it could not be reported. What was typed stays. */
  error?: ReactNode
  onReport: (number: number, reason: string) => void
}

type ReportDialogProps = {
  reporting: Reporting
  number: number
  /** Of whoever wrote the message. */
  name: string
  open: boolean
  onClose: () => void
}

/** What was typed stays where it is closed by accident. */
export function ReportDialog({ reporting, number, name, open, onClose }: ReportDialogProps) {
  const t = translatorForFeatures(useI18n())
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const reason = text.trim()
  function report() {
    setMissing(!reason)
    if (reason) reporting.onReport(number, reason)
  }
  const actions = <Button icon="flag" busy={reporting.isBusy} label={t('thread.reportSend')} onPress={report} />
  return (
    <Dialog open={open} title={t('thread.reportTitle')} actions={actions} onClose={onClose}>
      <Stack gap="lg">
        <Text>{t('thread.reportText')}</Text>
        <TextField
          rows={3}
          maxLength={500}
          label={t('thread.reportReason')}
          hint={t('thread.reportHint', { name })}
          value={text}
          error={isMissing && !reason ? t('thread.reportMissing') : undefined}
          onChange={setText}
        />
        {reporting.error}
      </Stack>
    </Dialog>
  )
}
