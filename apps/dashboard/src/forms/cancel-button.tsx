import { useState } from 'react'
import { Button } from '@buy-locals/ui/button'
import { useT } from '../messages/use-t'
import { LeaveDialog, LeaveGuard } from './leave-guard'

type CancelButtonProps = {
  /** Something was typed and is not being sent: it asks before that is lost. */
  isChanged: boolean
  onCancel: () => void
}

/** Closes a form within a page. While it stands, leaving the page asks too. */
export function CancelButton({ isChanged, onCancel }: CancelButtonProps) {
  const t = useT()
  const [isLeaving, setLeaving] = useState(false)
  return (
    <>
      <Button
        tone="quiet"
        label={t('forms.cancel')}
        opensDialog={isChanged}
        onPress={() => (isChanged ? setLeaving(true) : onCancel())}
      />
      <LeaveGuard changed={isChanged} />
      <LeaveDialog open={isLeaving} onStay={() => setLeaving(false)} onLeave={onCancel} />
    </>
  )
}
