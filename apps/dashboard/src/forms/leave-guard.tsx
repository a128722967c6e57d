import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { Text } from '@buy-locals/ui/text'
import { queryClient } from '../api/queries'
import { useT } from '../messages/use-t'

/** What leads away then is the end of saving. */
const isSaving = () => queryClient.isMutating() > 0

/** Asks before what was typed is lost: by a link, by going back, by closing the tab. The router heeds only one of several, so one without a change is none. */
export const LeaveGuard = ({ changed }: { changed: boolean }) => (changed ? <Guard /> : null)

function Guard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && !isSaving(),
  )
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  return (
    <LeaveDialog
      open={blocker.state === 'blocked'}
      onLeave={() => blocker.proceed?.()}
      onStay={() => blocker.reset?.()}
    />
  )
}

type LeaveDialogProps = { open: boolean; onLeave: () => void; onStay: () => void }

export function LeaveDialog({ open, onLeave, onStay }: LeaveDialogProps) {
  const t = useT()
  const actions = (
    <Buttons>
      <Button tone="danger" label={t('forms.leave')} onPress={onLeave} />
      <Button tone="secondary" label={t('forms.keepEditing')} onPress={onStay} />
    </Buttons>
  )
  return (
    <Dialog open={open} title={t('forms.leaveTitle')} actions={actions} onClose={onStay}>
      <Text>{t('forms.leaveText')}</Text>
    </Dialog>
  )
}
