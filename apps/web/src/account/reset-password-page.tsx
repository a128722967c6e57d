import { useState } from 'react'
import { resetPassword } from '@buy-locals/contracts/auth/operations'
import { passwordLength } from '@buy-locals/contracts/auth/shapes'
import { fieldErrors } from '@buy-locals/features/messages/error-text'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useFragment } from '../site/browser-only'
import { useFieldChecks } from '../site/field-checks'
import { Form, type FormValues } from '../site/form'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'

export const meta = privatePage('account.resetTitle')

export default function ResetPassword() {
  const t = useT()
  const check = useFieldChecks()
  const token = useFragment()
  const [isSet, setSet] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const { send, isBusy, error } = useSend(() => setSet(true))

  function submit({ get }: FormValues) {
    const password = get('password')
    const found = check.password(password)
    setWrong(found)
    if (!found) void send(() => callApi(resetPassword, { body: { token: token ?? '', password } }))
  }
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
  const refused = fieldErrors(error)['password'] && t('form.commonPassword')
  return (
    <AccountPage title={t('account.resetTitle')}>
      <Form onSubmit={submit}>
        <PasswordField
          isNew
          label={t('account.newPassword')}
          name="password"
          hint={t('account.passwordHint', passwordLength)}
          error={wrong ?? refused}
        />
        <ErrorNotice error={error} />
        <Button submit wide large busy={isBusy} label={t('account.resetSave')} />
      </Form>
    </AccountPage>
  )
}
