import { useState, type ReactNode } from 'react'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { ErrorNotice } from '../shell/error-notice'
import { useT } from '../messages/use-t'
import { LeaveDialog, LeaveGuard } from './leave-guard'

type ConfirmDialogProps = {
  open: boolean
  title: string
  text?: string
  label: string
  /** The label of leaving everything as it is. */
  keep?: string
  busy: boolean
  /** Why it did not work. */
  error?: unknown
  tone?: 'danger' | 'primary'
  /** Something was typed: it asks before that is lost. */
  isChanged?: boolean
  children?: ReactNode
  onConfirm: () => void
  onClose: () => void
}

/** Explains what will happen before it is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, text, label, keep, busy, error, tone = 'danger', isChanged = false } = props
  const { children, onConfirm, onClose } = props
  const t = useT()
  const [isLeaving, setLeaving] = useState(false)
  function canClose() {
    setLeaving(isChanged)
    return !isChanged
  }
  const actions = (
    <Buttons>
      <Button tone={tone} label={label} busy={busy} onPress={onConfirm} />
      <Button
        tone="secondary"
        label={keep ?? t('forms.cancel')}
        opensDialog={isChanged}
        onPress={() => canClose() && onClose()}
      />
    </Buttons>
  )
  return (
    <Dialog open={open} title={title} actions={actions} canClose={canClose} onClose={onClose}>
      <Stack gap="lg">
        {text && <Text>{text}</Text>}
        {children}
        <ErrorNotice error={error} />
      </Stack>
      {open && isChanged && <LeaveGuard changed />}
      <LeaveDialog
        open={isLeaving}
        onStay={() => setLeaving(false)}
        onLeave={() => {
          setLeaving(false)
          onClose()
        }}
      />
    </Dialog>
  )
}
