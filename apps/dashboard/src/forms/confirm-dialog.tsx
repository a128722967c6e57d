import type { ReactNode } from 'react'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/use-t'

type ConfirmDialogProps = {
  open: boolean
  title: string
  text: string
  label: string
  /** The label of leaving everything as it is. */
  keep?: string
  busy: boolean
  /** Why it did not work. */
  errorText?: string | undefined
  tone?: 'danger' | 'primary'
  children?: ReactNode
  onConfirm: () => void
  onClose: () => void
}

/** Explains what will happen before it is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, text, label, keep, busy, errorText, tone = 'danger', children, onConfirm, onClose } = props
  const t = useT()
  const actions = (
    <Buttons>
      <Button tone={tone} label={label} busy={busy} onPress={onConfirm} />
      <Button tone="secondary" label={keep ?? t('forms.cancel')} onPress={onClose} />
    </Buttons>
  )
  return (
    <Dialog open={open} title={title} actions={actions} onClose={onClose}>
      <Stack gap="lg">
        <Text>{text}</Text>
        {children}
        {errorText && <Notice tone="danger" title={errorText} />}
      </Stack>
    </Dialog>
  )
}
