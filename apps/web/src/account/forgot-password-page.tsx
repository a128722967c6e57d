import { useState, type FormEvent } from 'react'
import { forgotPassword } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { call } from '../api'
import { useT } from '../messages/site-i18n'
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

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
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
    <Page reading>
      <div className="narrow">
        <Stack gap="xl">
          <Title level={1}>{t('account.forgotTitle')}</Title>
          <Text>{t('account.forgotText')}</Text>
          <form className="form" onSubmit={submit} noValidate>
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
          </form>
        </Stack>
      </div>
    </Page>
  )
}
