import { useState } from 'react'
import { resetPassword } from '@buy-locals/contracts/auth/operations'
import { fieldErrors } from '@buy-locals/features/messages/error-text'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { PasswordField } from '@buy-locals/ui/password-field'
import { call } from '../api'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { AccountPage } from './account-page'
import { titled } from './page-title'
import { Refused } from './refused'
import { useFragment } from './use-fragment'
import { useSend } from './use-send'

export const meta = titled('account.resetTitle')

const shortest = 10

export default function ResetPassword() {
  const t = useT()
  const token = useFragment()
  const [isSet, setSet] = useState(false)
  const [isShort, setShort] = useState(false)
  const { send, isBusy, error } = useSend(() => setSet(true))

  function submit({ get }: FormValues) {
    const password = get('password')
    setShort(password.length < shortest)
    if (password.length >= shortest) void send(() => call(resetPassword, { body: { token: token ?? '', password } }))
  }
  const again = <Button label={t('account.askAgain')} href="/forgot-password" />
  if (token === '') {
    return (
      <Page reading>
        <EmptyState
          level={1}
          icon="mail"
          title={t('account.linkMissingTitle')}
          text={t('account.linkMissingText')}
          action={again}
        />
      </Page>
    )
  }
  if (isSet) {
    return (
      <Page reading>
        <EmptyState
          level={1}
          icon="circle-check"
          title={t('account.resetDoneTitle')}
          text={t('account.resetDoneText')}
          action={<Button label={t('account.signIn')} href="/sign-in" />}
        />
      </Page>
    )
  }
  const tooEasy = fieldErrors(error)['password'] ? t('account.commonPassword') : undefined
  return (
    <AccountPage title={t('account.resetTitle')}>
      <Form onSubmit={submit}>
        <PasswordField
          isNew
          label={t('account.newPassword')}
          name="password"
          hint={t('account.passwordHint')}
          error={isShort ? t('account.shortPassword') : tooEasy}
        />
        <Refused error={error} />
        <Button submit wide large busy={isBusy} label={t('account.resetSave')} />
      </Form>
    </AccountPage>
  )
}
