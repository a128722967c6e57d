import {
  digestHour,
  type Channel,
  type NotificationPreference,
  type PreferenceKind,
} from '@buy-locals/contracts/notification/shapes'
import { Card } from '@buy-locals/ui/card'
import { CheckField } from '@buy-locals/ui/check-field'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { formatHour } from '@buy-locals/values/format-time'
import { translatorForFeatures, useI18n } from './i18n'

type Props = {
  kinds: readonly PreferenceKind[]
  items: readonly NotificationPreference[]
  /** What is being saved is shown as it was pressed. */
  saving: readonly NotificationPreference[]
  /** They have a number that may be texted. */
  isTexted: boolean
  /** They have a phone that gets pushes. */
  hasDevice: boolean
  /** Where they can add either, if that is a page of another app. */
  addHref?: string
  /** Where notifications are in the app itself. */
  inAppText?: string
  onChoose: (preference: NotificationPreference) => void
}

/** What somebody is notified of, by kind and channel. Each choice is saved at once. */
export function PreferenceList({ kinds, items, saving, isTexted, hasDevice, addHref, inAppText, onChoose }: Props) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const shown = items.map((item) => saving.find((one) => isSame(one, item)) ?? item)
  const isReached: Record<Channel, boolean> = { mail: true, 'in-app': true, sms: isTexted, push: hasDevice }
  const lacks = (one: 'sms' | 'push') =>
    !isReached[one] && shown.some(({ kind, channel }) => channel === one && kinds.includes(kind))
  const hintOf = (channel: Channel) =>
    (channel === 'sms' || channel === 'push') && !isReached[channel] ? t(hints[channel]) : undefined
  return (
    <Stack gap="md">
      {lacks('sms') && addHref && <TextLink external label={t('preference.addNumber')} href={addHref} />}
      {lacks('push') && addHref && <TextLink external label={t('preference.addDevice')} href={addHref} />}
      {kinds.map((kind) => (
        <Card key={kind} label={t(`preference.kind.${kind}`)}>
          <Stack gap="sm">
            <Text weight="strong">{t(`preference.kind.${kind}`)}</Text>
            {kind === 'daily-digest' && (
              <Text size="small" tone="quiet">
                {t('preference.digestHint', { time: formatHour(i18n, `2024-01-01T${digestHour}:00:00Z`, 'UTC') })}
              </Text>
            )}
            <Row gap="lg" align="start" wrap>
              {shown
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <CheckField
                    key={one.channel}
                    label={(one.channel === 'in-app' && inAppText) || t(`preference.channel.${one.channel}`)}
                    value={one.enabled && isReached[one.channel]}
                    disabled={!isReached[one.channel]}
                    hint={hintOf(one.channel)}
                    onChange={(enabled) => onChoose({ ...one, enabled })}
                  />
                ))}
            </Row>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

/** What to do where a channel reaches nobody. */
const hints = { sms: 'preference.noNumber', push: 'preference.noDevice' } as const

const isSame = (one: NotificationPreference, other: NotificationPreference) =>
  one.kind === other.kind && one.channel === other.channel
