import { useState, type ComponentProps } from 'react'
import { Button } from '@buy-locals/ui/button'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useT } from '../messages/use-t'

type ApproveProps = Pick<ComponentProps<typeof ConfirmDialog>, 'title' | 'text' | 'busy' | 'error'> & {
  /** With the name of the business, for those who hear it. */
  name: string
  /** Unless it is published for the first time. */
  label?: string
  onApprove: () => void
}

/** Says what everybody sees and who is mailed before that happens. */
export function Approve({ name, label: ownLabel, onApprove, ...dialog }: ApproveProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const label = ownLabel ?? t('operator.approve')
  return (
    <>
      <Button icon="check" label={label} name={name} opensDialog onPress={() => setOpen(true)} />
      <ConfirmDialog
        {...dialog}
        open={isOpen}
        tone="primary"
        label={label}
        onConfirm={onApprove}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
