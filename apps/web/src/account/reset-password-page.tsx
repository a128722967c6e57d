import { useState } from 'react'
import { resetPassword } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { callApi } from '../api/call-api'
import { useT } from '../messages/site-i18n'
import { useFragment } from '../site/browser-only'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'
import { NewPasswordForm } from './new-password-form'

export const meta = privatePage('account.resetTitle')

export default function ResetPassword() {
  const t = useT()
  const token = useFragment()
  const [isSet, setSet] = useState(false)
  if (token === '') {
    return (
      <MessagePage
        icon="mail"
        title={t('account.linkMissingTitle')}
        text={t('account.linkMissingText')}
        action={<Button label={t('account.requestAgain')} href="/forgot-password" />}
      />
    )
  }
  if (isSet) {
    return (
      <MessagePage
        icon="circle-check"
        title={t('account.resetDoneTitle')}
        text={t('account.resetDoneText')}
        action={<Button label={t('account.signIn')} href="/sign-in" />}
      />
    )
  }
  return (
    <AccountPage title={t('account.resetTitle')}>
      <NewPasswordForm
        onSubmit={(password) => callApi(resetPassword, { body: { token: token ?? '', password } })}
        onDone={() => setSet(true)}
      />
    </AccountPage>
  )
}
