import type { PreferenceKind } from '@buy-locals/contracts/notification/shapes'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import { Card } from '@buy-locals/ui/card'
import { CheckField } from '@buy-locals/ui/check-field'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { translatorForFeatures, useI18n } from './i18n'

type Props = {
  kinds: readonly PreferenceKind[]
  items: readonly NotificationPreference[]
  /** What is being saved is shown as it was pressed. */
  saving: readonly NotificationPreference[]
  /** They have a number that may be texted. */
  isTexted: boolean
  /** Where they can add one, if that is a page of another app. */
  smsHref?: string
  onChoose: (preference: NotificationPreference) => void
}

/** What somebody is notified of, by kind and channel. Each choice is saved at once. */
export function PreferenceList({ kinds, items, saving, isTexted, smsHref, onChoose }: Props) {
  const t = translatorForFeatures(useI18n())
  const shown = items.map((item) => saving.find((one) => isSame(one, item)) ?? item)
  const lacksNumber = !isTexted && shown.some(({ kind, channel }) => channel === 'sms' && kinds.includes(kind))
  return (
    <Stack gap="md">
      {lacksNumber && smsHref && <TextLink external label={t('preference.addNumber')} href={smsHref} />}
      {kinds.map((kind) => (
        <Card key={kind} label={t(`preference.kind.${kind}`)}>
          <Stack gap="sm">
            <Text weight="strong">{t(`preference.kind.${kind}`)}</Text>
            {kind === 'daily-digest' && (
              <Text size="small" tone="quiet">
                {t('preference.digestHint')}
              </Text>
            )}
            <Row gap="xl" wrap>
              {shown
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <CheckField
                    key={one.channel}
                    label={t(`preference.channel.${one.channel}`)}
                    value={one.enabled && (one.channel !== 'sms' || isTexted)}
                    disabled={one.channel === 'sms' && !isTexted}
                    hint={one.channel === 'sms' && !isTexted ? t('preference.noNumber') : undefined}
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

const isSame = (one: NotificationPreference, other: NotificationPreference) =>
  one.kind === other.kind && one.channel === other.channel
