import { useState } from 'react'
import { forgotPassword } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { call } from '../api'
import { useT } from '../messages/site-i18n'
import { Form } from '../site/form'
import { AccountPage } from './account-page'
import { titled } from './page-title'
import { Refused } from './refused'
import { useSend } from './use-send'

export const meta = titled('account.forgotTitle')

export default function ForgotPassword() {
  const t = useT()
  const [email, setEmail] = useState('')
  const [isSent, setSent] = useState(false)
  const [isBad, setBad] = useState(false)
  const { send, isBusy, error } = useSend(() => setSent(true))

  function submit() {
    const isAddress = /^\S+@\S+\.\S+$/.test(email.trim())
    setBad(!isAddress)
    if (isAddress) void send(() => call(forgotPassword, { body: { email: email.trim() } }))
  }
  if (isSent) {
    return (
      <Page reading>
        <EmptyState
          level={1}
          icon="mail"
          title={t('account.forgotSentTitle')}
          text={t('account.forgotSentText', { email })}
        />
      </Page>
    )
  }
  return (
    <AccountPage title={t('account.forgotTitle')}>
      <Text>{t('account.forgotText')}</Text>
      <Form onSubmit={submit}>
        <TextField
          label={t('account.email')}
          name="email"
          kind="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={isBad ? t('account.badEmail') : undefined}
        />
        <Refused error={error} />
        <Button submit wide large busy={isBusy} label={t('account.forgotSend')} />
      </Form>
    </AccountPage>
  )
}
