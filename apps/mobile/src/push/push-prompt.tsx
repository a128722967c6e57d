import { useEffect, useState } from 'react'
import { Linking } from 'react-native'
import { useKept } from '@buy-locals/client/stored-text'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/mobile-i18n'
import { useReader } from '../session/use-reader'
import { readPermission, requestPermission, type Permission } from './device-push'
import { useRegisterDevice } from './use-register-device'

/** After a booking, when it can be seen what pushes are for. The system's own question comes once, so ours comes first. */
export function PushPrompt({ place }: { place: string }) {
  const t = useT()
  const { me } = useReader()
  const [isDismissed, dismiss] = useKept('push prompt')
  const [permission, setPermission] = useState<Permission>()
  const [outcome, setOutcome] = useState<'on' | 'refused'>()
  const register = useRegisterDevice()
  useEffect(() => void readPermission().then(setPermission), [])

  async function turnOn() {
    const next = await requestPermission()
    if (next !== 'granted') return setOutcome('refused')
    await register()
    setOutcome('on')
  }
  if (!me) return null
  if (outcome === 'on') return <Notice tone="success" title={t('push.on')} />
  if (outcome === 'refused') {
    return (
      <Notice
        tone="info"
        title={t('push.refusedTitle')}
        text={t('push.refusedText')}
        action={<Button tone="quiet" label={t('push.settings')} onPress={() => void Linking.openSettings()} />}
      />
    )
  }
  if (permission !== 'undecided' || isDismissed) return null
  return (
    <Notice
      tone="info"
      title={t('push.title')}
      text={t('push.text', { place })}
      action={
        <Buttons>
          <Button icon="bell" label={t('push.turnOn')} onPress={() => void turnOn()} />
          <Button tone="quiet" label={t('push.later')} onPress={() => dismiss('yes')} />
        </Buttons>
      }
    />
  )
}
