import { useEffect, useRef, useState, type RefObject } from 'react'
import { CodeField, isCode } from '@buy-locals/features/code-field'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'

type CodeFormProps = {
  label: string
  errorText: string | undefined
  busy: boolean
  onSubmit: (code: string) => void
  /** Of a dialog, which takes the focus when it opens. */
  field?: RefObject<{ focus: () => void } | null>
}

/** A code of the second factor, and a button that sends it. */
export function CodeForm({ label, errorText, busy, onSubmit, field: ofDialog }: CodeFormProps) {
  const t = translatorForFeatures(useI18n())
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const own = useRef<{ focus: () => void }>(null)
  const field = ofDialog ?? own
  useEffect(() => own.current?.focus(), [])
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(!isCode(code))
        if (isCode(code)) onSubmit(code)
      }}
    >
      <Stack gap="lg">
        {errorText && <Notice tone="danger" title={errorText} />}
        <CodeField ref={field} value={code} onChange={setCode} error={isMissing ? t('code.missing') : undefined} />
        <Button submit wide large label={label} busy={busy} />
      </Stack>
    </form>
  )
}
