import { useState, type ComponentProps } from 'react'
import { TextField } from '@buy-locals/ui/text-field'
import { ConfirmSheet } from './confirm-sheet'

type TextSheetProps = Omit<ComponentProps<typeof ConfirmSheet>, 'children' | 'onConfirm'> & {
  maxLength?: number
  field: string
  /** What is said where nothing was written; without it the text is optional. */
  missing?: string
  onConfirm: (text: string) => void
}

/** Explains what will happen before it is done, and takes the text that somebody else reads of it. */
export function TextSheet({ field, missing, maxLength = 500, onConfirm, ...sheet }: TextSheetProps) {
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const written = text.trim()
  function confirm() {
    setMissing(!written)
    if (written || !missing) onConfirm(written)
  }
  return (
    <ConfirmSheet {...sheet} onConfirm={confirm}>
      <TextField
        rows={3}
        maxLength={maxLength}
        optional={!missing}
        label={field}
        error={isMissing && !written ? missing : undefined}
        value={text}
        onChange={setText}
      />
    </ConfirmSheet>
  )
}
