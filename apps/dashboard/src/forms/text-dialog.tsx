import { useState, type ComponentProps } from 'react'
import { TextField } from '@buy-locals/ui/text-field'
import { ConfirmDialog } from './confirm-dialog'

type TextDialogProps = Omit<ComponentProps<typeof ConfirmDialog>, 'isChanged' | 'children' | 'onConfirm'> & {
  field: string
  hint?: string
  /** What is said where nothing was written; without it the text is optional. */
  missing?: string
  rows?: number
  onConfirm: (text: string) => void
}

/** Explains what will happen before it is done, and takes the text that somebody else reads of it. */
export function TextDialog({ field, hint, missing, rows = 3, onConfirm, ...dialog }: TextDialogProps) {
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  if (!dialog.open && text) setText('') // closed, it begins anew
  const written = text.trim()
  function confirm() {
    setMissing(!written)
    if (written || !missing) onConfirm(written)
  }
  return (
    <ConfirmDialog {...dialog} isChanged={written !== ''} onConfirm={confirm}>
      <TextField
        rows={rows}
        maxLength={500}
        optional={!missing}
        label={field}
        hint={hint}
        error={isMissing ? missing : undefined}
        value={text}
        onChange={setText}
      />
    </ConfirmDialog>
  )
}
