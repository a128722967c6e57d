import { useEffect, useRef, useState, type RefObject } from 'react'
import { CodeField, isCode } from '@buy-locals/features/code-field'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
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
  const t = translatorForFeatures(useI18n())
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
      <CodeField ref={field} value={code} onChange={setCode} error={isMissing ? t('code.missing') : undefined} />
      <ErrorNotice error={error} />
      <Button submit wide large busy={isBusy} label={label} />
    </Form>
  )
}
