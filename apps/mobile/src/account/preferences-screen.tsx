import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import {
  changeNotificationPreferences,
  listDevices,
  readNotificationPreferences,
  readSmsNumber,
} from '@buy-locals/contracts/notification/operations'
import { preferenceKindsOf } from '@buy-locals/contracts/notification/shapes'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { PreferenceList } from '@buy-locals/features/preference-list'
import { Button } from '@buy-locals/ui/button'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/mobile-i18n'
import { siteLink } from '../server/server-url'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed } from '../shell/screen-error'
import { AccountForm } from './account-form'
import { ForReader } from './for-reader'
import { MailNotice } from './mail-notice'

export const PreferencesScreen = () => <ForReader>{({ email }) => <Preferences email={email} />}</ForReader>

/** What somebody is notified of as a customer, by kind and channel. Each choice is saved at once. */
function Preferences({ email }: { email: string }) {
  const t = useT()
  const { data, error, refetch } = useOperationQuery(readNotificationPreferences, {})
  const { data: sms } = useOperationQuery(readSmsNumber, {})
  const { data: devices } = useOperationQuery(listDevices, {})
  const { mutate, isPending, variables } = useOperationMutation(changeNotificationPreferences, {
    invalidates: [readNotificationPreferences],
    successText: t('ownAccount.saved'),
  })
  if (!data && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingScreen />
  return (
    <AccountForm title={t('ownAccount.preferences')}>
      <MailNotice email={email} />
      <Text>{t('ownAccount.preferencesText')}</Text>
      <PreferenceList
        kinds={preferenceKindsOf('person')}
        items={data.items}
        saving={isPending ? variables.input.body.items : []}
        isTexted={sms?.number?.status === 'active'}
        hasDevice={(devices?.items.length ?? 0) > 0}
        inAppText={t('settings.inApp')}
        onChoose={(preference) => {
          if (!isPending) mutate({ input: { body: { items: [preference] } } })
        }}
      />
      {sms?.isOffered && (
        <Button flush tone="quiet" label={t('settings.sms')} href={siteLink('/notifications/settings')} />
      )}
    </AccountForm>
  )
}
