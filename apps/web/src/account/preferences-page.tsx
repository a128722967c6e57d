import { useState } from 'react'
import { redirect, useLoaderData, useRevalidator } from 'react-router'
import { preferenceKindsOf } from '@buy-locals/contracts/notification/shapes'
import {
  changeNotificationPreferences,
  listDevices,
  readMailAddress,
  readNotificationPreferences,
  readSmsNumber,
} from '@buy-locals/contracts/notification/operations'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import { PreferenceList } from '@buy-locals/features/preference-list'
import { formatPhone } from '@buy-locals/values/phone'
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
import { DevicesSection } from './devices-section'
import { MailNotice } from './mail-notice'
import { SmsNumberSection } from './sms-number-section'

export async function loader({ context }: LoaderArgs) {
  if (!context.me) throw redirect('/sign-in?to=/notifications/settings')
  const [{ items }, { isOffered, number, sender }, devices, mail] = await Promise.all([
    context.callApi(readNotificationPreferences, {}),
    context.callApi(readSmsNumber, {}),
    context.callApi(listDevices, {}),
    context.callApi(readMailAddress, {}),
  ])
  const [phoneText, senderText] = [number?.phone, sender].map((phone) => (phone ? formatPhone(phone) : ''))
  const timeZone = context.me.timeZone ?? context.markets[0]?.timeZone ?? 'UTC'
  return { items, isOffered, number, phoneText, senderText, devices, mail, email: context.me.email, timeZone }
}

export const meta = privatePage('account.preferences')

/** What a customer is notified of. */
export default function Preferences() {
  const t = useT()
  const {
    items,
    isOffered,
    number,
    phoneText = '',
    senderText = '',
    devices,
    mail,
    email,
    timeZone,
  } = useLoaderData<typeof loader>()
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
      <MailNotice email={email} status={mail.status} />
      <Text>{t('account.preferencesText')}</Text>
      <ErrorNotice error={error} />
      <PreferenceList
        kinds={preferenceKindsOf('person')}
        items={items}
        saving={isBusy ? saving : []}
        isTexted={number?.status === 'active'}
        hasDevice={devices.items.length > 0}
        onChoose={choose}
      />
      {devices.isOffered && <DevicesSection {...devices} timeZone={timeZone} />}
      {isOffered && <SmsNumberSection number={number} phoneText={phoneText} senderText={senderText} />}
      <TextLink label={t('account.preferencesBack')} href="/notifications" />
    </AccountPage>
  )
}
