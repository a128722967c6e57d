import {
  changeNotificationPreferences,
  readNotificationPreferences,
} from '@buy-locals/contracts/notification/operations'
import {
  preferenceKinds,
  type NotificationPreference,
  type PreferenceKind,
} from '@buy-locals/contracts/notification/shapes'
import { Card } from '@buy-locals/ui/card'
import { CheckField } from '@buy-locals/ui/check-field'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useOperationQuery } from '../api/queries'
import { useOperationMutation } from '../api/use-operation-mutation'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { QueryResult } from '../shell/query-result'
import { Screen } from '../shell/screen'

/** Staff are notified of what is on their own calendar. */
const neededRole: Record<PreferenceKind, 'staff' | 'manager'> = {
  'booking-new': 'staff',
  'booking-moved': 'staff',
  'booking-cancelled': 'staff',
  complaint: 'manager',
  review: 'manager',
  'daily-digest': 'staff',
}

/** What somebody of the business is notified of, by mail and in the dashboard. Each choice is saved at once. */
export function Component() {
  const t = useT()
  const { business, pathTo, may } = useCurrentBusiness()
  const preferences = useOperationQuery(readNotificationPreferences, {})
  const change = useOperationMutation(changeNotificationPreferences, {
    invalidates: [readNotificationPreferences],
    successText: t('forms.saved'),
  })
  const choose = (preference: NotificationPreference) => change.mutate({ input: { body: { items: [preference] } } })
  return (
    <Screen title={t('notifications.title')} place={business.name} intro={t('notifications.intro')}>
      <Row>
        <TextLink label={t('notifications.back')} href={pathTo('inbox')} />
      </Row>
      <QueryResult query={preferences}>
        {({ items }) => (
          <Stack gap="md">
            {preferenceKinds
              .filter((kind) => may(neededRole[kind]))
              .map((kind) => (
                <Card key={kind} label={t(`notifications.kind.${kind}`)}>
                  <Stack gap="sm">
                    <Text weight="strong">{t(`notifications.kind.${kind}`)}</Text>
                    {kind === 'daily-digest' && (
                      <Text size="small" tone="quiet">
                        {t('notifications.digestHint')}
                      </Text>
                    )}
                    <Row gap="xl" wrap>
                      {items
                        .filter((one) => one.kind === kind)
                        .map((one) => (
                          <CheckField
                            key={one.channel}
                            label={t(`notifications.channel.${one.channel}`)}
                            value={isPending(change, one) ? !one.enabled : one.enabled}
                            onChange={(enabled) => choose({ ...one, enabled })}
                          />
                        ))}
                    </Row>
                  </Stack>
                </Card>
              ))}
          </Stack>
        )}
      </QueryResult>
    </Screen>
  )
}

type Change = { isPending: boolean; variables: { input: { body: { items: NotificationPreference[] } } } | undefined }

/** Shown as it was pressed while it is being saved. */
const isPending = ({ isPending: isSaving, variables }: Change, { kind, channel }: NotificationPreference) =>
  isSaving && Boolean(variables?.input.body.items.some((one) => one.kind === kind && one.channel === channel))
