import { useState, type Ref } from 'react'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { translatorForFeatures, useI18n } from './i18n'

type CodeFieldProps = {
  value: string
  onChange: (code: string) => void
  error?: string | undefined
  /** A secret is confirmed with a code from the phone alone. */
  isOfPhone?: boolean
  ref?: Ref<{ focus: () => void }>
}

/** Six digits from the phone, or a recovery code for whoever does not have it. */
export function CodeField({ value, onChange, error, isOfPhone = false, ref }: CodeFieldProps) {
  const t = translatorForFeatures(useI18n())
  const [isRecovery, setRecovery] = useState(false)
  const other = () => {
    setRecovery(!isRecovery)
    onChange('')
  }
  return (
    <Stack gap="xs">
      <TextField
        ref={ref}
        label={t(isRecovery ? 'code.recovery' : 'code.phone')}
        hint={t(isRecovery ? 'code.recoveryHint' : 'code.phoneHint')}
        kind={isRecovery ? 'text' : 'code'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        maxLength={40}
        error={error}
        value={value}
        onChange={onChange}
      />
      {!isOfPhone && (
        <Button tone="quiet" label={t(isRecovery ? 'code.usePhone' : 'code.useRecovery')} onPress={other} />
      )}
    </Stack>
  )
}

/** Whether there is enough of it to be sent. */
export const isCode = (typed: string): boolean => typed.trim().length >= 6
