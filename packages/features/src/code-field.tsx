import { useImperativeHandle, useRef, useState, type Ref } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { translatorForFeatures, useI18n } from './i18n'

type Focusable = { focus: () => void }

type CodeFieldProps = {
  value: string
  onChange: (code: string) => void
  /** Nothing was entered. */
  isMissing: boolean
  /** What the code was refused with. What is no fault of the code is shown by the form. */
  error: unknown
  /** A secret is confirmed with a code from the phone alone. */
  isOfPhone?: boolean
  ref?: Ref<Focusable>
}

/** Six digits from the phone, or a recovery code for whoever does not have it. */
export function CodeField({ value, onChange, isMissing, error, isOfPhone = false, ref }: CodeFieldProps) {
  const t = translatorForFeatures(useI18n())
  const [isRecovery, setRecovery] = useState(false)
  const [refused, setRefused] = useState<unknown>()
  const field = useRef<Focusable>(null)
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), [])
  const other = () => {
    setRecovery(!isRecovery)
    setRefused(error) // of a code of the other kind
    onChange('')
    field.current?.focus()
  }
  const isWrong = isWrongCode(error) && error !== refused
  const wrong = isWrong ? t(isRecovery ? 'code.wrongRecovery' : 'refusal.byCode.auth/wrong-code') : undefined
  return (
    <Stack gap="xs">
      <TextField
        ref={field}
        label={t(isRecovery ? 'code.recovery' : 'code.phone')}
        hint={t(isRecovery ? 'code.recoveryHint' : 'code.phoneHint')}
        kind={isRecovery ? 'text' : 'code'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        maxLength={40}
        error={isMissing ? t('code.missing') : wrong}
        value={value}
        onChange={onChange}
      />
      {!isOfPhone && (
        <Button flush tone="quiet" label={t(isRecovery ? 'code.usePhone' : 'code.useRecovery')} onPress={other} />
      )}
    </Stack>
  )
}

/** Whether there is enough of it to be sent. */
export const isCode = (typed: string): boolean => typed.trim().length >= 6

/** The field itself says so. */
export const isWrongCode = (error: unknown): boolean => error instanceof Refusal && error.code === 'auth/wrong-code'
