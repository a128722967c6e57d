import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Linking } from 'react-native'
import { useKept } from '@buy-locals/client/stored-text'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/mobile-i18n'
import { useReader } from '../session/use-reader'
import { useBackInFront } from '../shell/use-back-in-front'
import { readPermission, requestPermission, type Permission } from './device-push'
import { useRegisterDevice } from './use-register-device'

/** After a booking, when it can be seen what pushes are for. The system's own question comes once, so ours comes first. */
export function PushPrompt({ place }: { place: string }) {
  const t = useT()
  const describeError = useErrorText()
  const { me } = useReader()
  const [isDismissed, dismiss] = useKept('push prompt')
  const [permission, setPermission] = useState<Permission>()
  const register = useRegisterDevice()
  useEffect(() => void readPermission().then(setPermission, () => {}), []) // unknown, nothing is offered

  const turningOn = useMutation({
    mutationFn: async (permit: () => Promise<Permission>) => {
      if ((await permit()) !== 'granted') return 'refused'
      return (await register()) ? 'on' : 'unavailable'
    },
  })
  const { data: outcome, error, isPending } = turningOn
  const turnOn = () => turningOn.mutate(requestPermission)
  useBackInFront(() => {
    if (outcome === 'refused') turningOn.mutate(readPermission) // from the settings, perhaps
  })

  if (!me) return null
  if (error) {
    return (
      <Notice
        tone="danger"
        title={t('push.failed')}
        text={describeError(error)}
        action={<Button icon="refresh-cw" label={t('app.again')} onPress={turnOn} />}
      />
    )
  }
  if (outcome === 'on') return <Notice tone="success" title={t('push.on')} />
  if (outcome === 'unavailable') return <Notice tone="info" title={t('push.unavailable')} />
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
          <Button icon="bell" label={t('push.turnOn')} busy={isPending} onPress={turnOn} />
          <Button tone="quiet" label={t('push.later')} onPress={() => dismiss('yes')} />
        </Buttons>
      }
    />
  )
}
