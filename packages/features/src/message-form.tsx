import { useState, type ReactNode } from 'react'
import { maxMessageLength } from '@buy-locals/contracts/booking/shapes'
import { Button } from '@buy-locals/ui/button'
import { Row, Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { translatorForFeatures, useI18n } from './i18n'

type MessageFormProps = {
  /** To whom it goes. */
  name: string
  text: string
  onChange: (text: string) => void
  isBusy: boolean
  /** What went wrong. What was typed stays. */
  error?: ReactNode
  onSend: (text: string) => void
}

/** Where a message is written. */
export function MessageForm({ name, text, onChange, isBusy, error, onSend }: MessageFormProps) {
  const t = translatorForFeatures(useI18n())
  const [isMissing, setMissing] = useState(false)
  function send() {
    const written = text.trim()
    setMissing(!written)
    if (written) onSend(written)
  }
  return (
    <Stack gap="md">
      <TextField
        rows={3}
        maxLength={maxMessageLength}
        label={t('thread.field', { name })}
        value={text}
        error={isMissing && !text.trim() ? t('thread.missing') : undefined}
        onChange={onChange}
      />
      {error}
      <Row>
        <Button tone="secondary" icon="send" busy={isBusy} label={t('thread.send')} onPress={send} />
      </Row>
    </Stack>
  )
}
