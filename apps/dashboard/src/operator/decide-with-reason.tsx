import { useState, type ComponentProps } from 'react'
import { Button } from '@buy-locals/ui/button'
import { TextDialog } from '../forms/text-dialog'
import { useT } from '../messages/use-t'

type DecideProps = Pick<ComponentProps<typeof TextDialog>, 'label' | 'title' | 'text' | 'busy' | 'error'> & {
  /** With the name of the business, for those who hear it. */
  name: string
  isOptional?: boolean
  onDecide: (reason: string) => void
}

/** A decision that those whom it concerns read with its reason. */
export function DecideWithReason({ name, isOptional = false, onDecide, ...dialog }: DecideProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button tone="secondary" label={dialog.label} name={name} opensDialog onPress={() => setOpen(true)} />
      <TextDialog
        {...dialog}
        open={isOpen}
        field={t('operator.reason')}
        hint={t('operator.reasonHint')}
        {...(!isOptional && { missing: t('field.noReason') })}
        onConfirm={onDecide}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
