import { preferenceKindsOf, type PreferenceKind } from '@buy-locals/contracts/notification/shapes'
import {
  changeNotificationPreferences,
  listDevices,
  readNotificationPreferences,
  readSmsNumber,
} from '@buy-locals/contracts/notification/operations'
import { PreferenceList } from '@buy-locals/features/preference-list'
import { Row } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { siteUrl } from '../shell/links'
import { QueryResult } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { ReminderTimes } from './reminder-times'

/** Staff are notified of what is on their own calendar. */
const ofLeaders: readonly PreferenceKind[] = ['complaint', 'review']

/** What somebody of the business is notified of, by mail and in the dashboard. */
export function Component() {
  const t = useT()
  const { business, pathTo, may } = useCurrentBusiness()
  const preferences = useOperationQuery(readNotificationPreferences, {})
  const sms = useOperationQuery(readSmsNumber, {})
  const devices = useOperationQuery(listDevices, {})
  const change = useOperationMutation(changeNotificationPreferences, {
    invalidates: [readNotificationPreferences],
    successText: t('forms.saved'),
  })
  const kinds = preferenceKindsOf('business').filter((kind) => may(ofLeaders.includes(kind) ? 'manager' : 'staff'))
  const saving = change.isPending ? (change.variables?.input.body.items ?? []) : []
  return (
    <Screen title={t('notifications.title')} place={business.name} intro={t('notifications.intro')}>
      <Row>
        <TextLink label={t('notifications.back')} href={pathTo('inbox')} />
      </Row>
      <QueryResult query={preferences}>
        {({ items }) => (
          <PreferenceList
            kinds={kinds}
            items={items}
            saving={saving}
            isTexted={sms.data?.number?.status === 'active'}
            hasDevice={(devices.data?.items.length ?? 0) > 0}
            addHref={siteUrl('/notifications/settings')}
            onChoose={(preference) => change.mutate({ input: { body: { items: [preference] } } })}
          />
        )}
      </QueryResult>
      {may('manager') && <ReminderTimes />}
    </Screen>
  )
}
