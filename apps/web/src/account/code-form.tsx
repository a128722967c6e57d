import { useEffect, useRef, useState, type RefObject } from 'react'
import { CodeField, isCode, isWrongCode } from '@buy-locals/features/code-field'
import { Button } from '@buy-locals/ui/button'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { Form } from '../site/form'

type CodeFormProps = {
  label: string
  send: (code: string) => Promise<unknown>
  onDone: () => void
  /** Of a dialog, which takes the focus when it opens. */
  field?: RefObject<{ focus: () => void } | null>
}

/** A code of the second factor, and a button that sends it. */
export function CodeForm({ label, send: request, onDone, field: ofDialog }: CodeFormProps) {
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(onDone)
  const own = useRef<{ focus: () => void }>(null)
  const field = ofDialog ?? own
  useEffect(() => own.current?.focus(), [])
  function submit() {
    setMissing(!isCode(code))
    if (isCode(code)) void send(() => request(code))
  }
  return (
    <Form onSubmit={submit}>
      <CodeField ref={field} value={code} onChange={setCode} isMissing={isMissing} error={error} />
      {!isWrongCode(error) && <ErrorNotice error={error} />}
      <Button submit wide large busy={isBusy} label={label} />
    </Form>
  )
}
