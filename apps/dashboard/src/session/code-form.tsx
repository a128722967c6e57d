import { useEffect, useRef, useState, type RefObject } from 'react'
import { CodeField, isCode, isWrongCode } from '@buy-locals/features/code-field'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { ErrorNotice } from '../shell/error-notice'

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
        {!isWrongCode(error) && <ErrorNotice error={error} />}
        <CodeField ref={field} value={code} onChange={setCode} isMissing={isMissing} error={error} />
        <Button submit wide large label={label} busy={busy} />
      </Stack>
    </form>
  )
}
