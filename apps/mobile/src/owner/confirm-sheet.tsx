import type { ReactNode } from 'react'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { ErrorNotice } from '../shell/error-notice'

type ConfirmSheetProps = {
  open: boolean
  title: string
  text: string
  label: string
  /** The label of leaving everything as it is. */
  keep: string
  tone?: 'danger' | 'primary'
  busy: boolean
  error: unknown
  children?: ReactNode
  onConfirm: () => void
  onClose: () => void
}

/** Explains what will happen before it is done. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { open, title, text, label, keep, tone = 'danger', busy, error, children, onConfirm, onClose } = props
  const actions = (
    <Buttons>
      <Button tone={tone} label={label} busy={busy} onPress={onConfirm} />
      <Button tone="secondary" label={keep} onPress={onClose} />
    </Buttons>
  )
  return (
    <Sheet open={open} title={title} actions={actions} onClose={onClose}>
      <Stack gap="lg">
        <Text>{text}</Text>
        {children}
        <ErrorNotice error={error} />
      </Stack>
    </Sheet>
  )
}
