import { useState } from 'react'
import { redirect, useLoaderData, useRevalidator } from 'react-router'
import { preferenceKindsOf } from '@buy-locals/contracts/notification/shapes'
import {
  changeNotificationPreferences,
  readNotificationPreferences,
} from '@buy-locals/contracts/notification/operations'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import { PreferenceList } from '@buy-locals/features/preference-list'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useToast } from '@buy-locals/ui/toast'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'

export async function loader({ context }: LoaderArgs) {
  if (!context.me) throw redirect('/sign-in?to=/notifications/settings')
  return context.callApi(readNotificationPreferences, {})
}

export const meta = privatePage('account.preferences')

/** What a customer is notified of. */
export default function Preferences() {
  const t = useT()
  const { items } = useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  const showToast = useToast()
  const [saving, setSaving] = useState<NotificationPreference[]>([])
  const { send, isBusy, error } = useSend(() => {
    showToast({ tone: 'success', text: t('account.saved') })
    void revalidate()
  })
  function choose(preference: NotificationPreference) {
    if (isBusy) return
    setSaving([preference])
    void send(() => callApi(changeNotificationPreferences, { body: { items: [preference] } }))
  }
  return (
    <AccountPage title={t('account.preferences')}>
      <Text>{t('account.preferencesText')}</Text>
      <ErrorNotice error={error} />
      <PreferenceList
        kinds={preferenceKindsOf('person')}
        items={items}
        saving={isBusy ? saving : []}
        onChoose={choose}
      />
      <TextLink label={t('account.preferencesBack')} href="/notifications" />
    </AccountPage>
  )
}
