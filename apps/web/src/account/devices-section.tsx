import { useRevalidator } from 'react-router'
import { registerDevice, removeDevice } from '@buy-locals/contracts/notification/operations'
import { maxDevices, type Device } from '@buy-locals/contracts/notification/shapes'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { formatDayWithYear } from '@buy-locals/values/format-time'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { PlainList } from '../site/plain-list'

type Props = { items: Device[]; isDemonstration: boolean; timeZone: string }

/** The phones on which somebody gets pushes, and what to do where there are none. */
export function DevicesSection({ items, isDemonstration, timeZone }: Props) {
  const t = useT()
  return (
    <Stack gap="sm">
      <Title level={2} size="lead">
        {t('account.push')}
      </Title>
      <Text>{t(isDemonstration ? 'account.pushDemo' : 'account.pushText')}</Text>
      {isDemonstration && <TextLink external label={t('account.pushDemoInbox')} href="/dev/inbox" />}
      <PlainList>
        {items.map((item) => (
          <li key={item.id}>
            <DeviceRow device={item} timeZone={timeZone} />
          </li>
        ))}
      </PlainList>
      {isDemonstration && items.length < maxDevices && <AddDemoPhone />}
    </Stack>
  )
}

function DeviceRow({ device: { id, platform, name, seenAt }, timeZone }: { device: Device; timeZone: string }) {
  const t = useT()
  const i18n = useI18n()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => void revalidate())
  const title = name ?? t(platform === 'android' ? 'account.pushAndroid' : 'account.pushIphone')
  const lastUsed = t('account.lastUsed', { when: formatDayWithYear(i18n, seenAt, timeZone) })
  return (
    <Stack gap="xs">
      <Text weight="strong">{title}</Text>
      <Text tone="quiet">{lastUsed}</Text>
      <ErrorNotice error={error} />
      <div>
        <Button
          tone="secondary"
          busy={isBusy}
          label={t('account.pushRemove')}
          name={`${t('account.pushRemove')}: ${title}, ${lastUsed}`}
          onPress={() => void send(() => callApi(removeDevice, { params: { deviceId: id } }))}
        />
      </div>
    </Stack>
  )
}

/** Where there is no app, a phone is a page of the dev inbox. */
function AddDemoPhone() {
  const t = useT()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => void revalidate())
  const add = () => {
    const token = `demo-${crypto.randomUUID()}`
    const body = { platform: 'android' as const, token, name: t('account.pushDemoPhone') }
    void send(() => callApi(registerDevice, { body }))
  }
  return (
    <>
      <ErrorNotice error={error} />
      <div>
        <Button tone="secondary" busy={isBusy} label={t('account.pushDemoAdd')} onPress={add} />
      </div>
    </>
  )
}
