import { useState } from 'react'
import { forgotPassword } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useFieldChecks } from '@buy-locals/features/messages/field-checks'
import { Form, type FormValues } from '../site/form'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'

export const meta = privatePage('account.forgotTitle')

export default function ForgotPassword() {
  const t = useT()
  const check = useFieldChecks()
  const [email, setEmail] = useState('')
  const [isSent, setSent] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const { send, isBusy, error } = useSend(() => setSent(true))

  function submit({ get }: FormValues) {
    const address = get('email').trim()
    setEmail(address)
    const found = check.email(address)
    setWrong(found)
    if (!found) void send(() => callApi(forgotPassword, { body: { email: address } }))
  }
  if (isSent) {
    return (
      <MessagePage icon="mail" title={t('account.forgotSentTitle')} text={t('account.forgotSentText', { email })} />
    )
  }
  return (
    <AccountPage title={t('account.forgotTitle')}>
      <Text>{t('account.forgotText')}</Text>
      <Form onSubmit={submit}>
        <TextField label={t('account.email')} name="email" kind="email" autoComplete="username" error={wrong} />
        <ErrorNotice error={error} />
        <Button submit wide large busy={isBusy} label={t('account.forgotSend')} />
      </Form>
    </AccountPage>
  )
}
