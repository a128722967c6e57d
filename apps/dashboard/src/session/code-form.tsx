import { useEffect, useRef, useState, type RefObject } from 'react'
import { CodeField, isCode, isWrongCode } from '@buy-locals/features/code-field'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'

type CodeFormProps = {
  label: string
  error: unknown
  busy: boolean
  onSubmit: (code: string) => void
  /** Of a dialog, which takes the focus when it opens. */
  field?: RefObject<{ focus: () => void } | null>
}

/** A code of the second factor, and a button that sends it. */
export function CodeForm({ label, error, busy, onSubmit, field: ofDialog }: CodeFormProps) {
  const describeError = useErrorText()
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
        {Boolean(error) && !isWrongCode(error) && <Notice tone="danger" title={describeError(error)} />}
        <CodeField ref={field} value={code} onChange={setCode} isMissing={isMissing} error={error} />
        <Button submit wide large label={label} busy={busy} />
      </Stack>
    </form>
  )
}
