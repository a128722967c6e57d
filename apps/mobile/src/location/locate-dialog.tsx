import { Button, Buttons } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/mobile-i18n'
import { openSettings } from './locate'
import type { LocateStep } from './use-locate'

type LocateDialogProps = { step: LocateStep; onContinue: () => void; onClose: () => void }

/** Why the device is about to show its prompt; or that it has not said where it is, and what to do. */
export function LocateDialog({ step, onContinue, onClose }: LocateDialogProps) {
  const t = useT()
  const dialogs = {
    reason: {
      title: t('locate.reasonTitle'),
      text: t('locate.reason'),
      action: <Button label={t('locate.goOn')} onPress={onContinue} />,
    },
    denied: {
      title: t('locate.deniedTitle'),
      text: t(openSettings ? 'locate.denied' : 'locate.deniedInBrowser'),
      action: openSettings && <Button label={t('locate.settings')} onPress={openSettings} />,
    },
    unavailable: {
      title: t('locate.unavailableTitle'),
      text: t('locate.unavailable'),
      action: <Button icon="refresh-cw" label={t('app.again')} onPress={onContinue} />,
    },
  }
  const dialog = step === 'idle' || step === 'locating' ? undefined : dialogs[step]
  return (
    <Dialog
      open={dialog !== undefined}
      title={dialog?.title ?? ''}
      onClose={onClose}
      actions={
        <Buttons>
          {dialog?.action}
          <Button tone="secondary" label={t('locate.notNow')} onPress={onClose} />
        </Buttons>
      }
    >
      <Text>{dialog?.text ?? ''}</Text>
    </Dialog>
  )
}
