import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { changeEmail } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { TextField } from '@buy-locals/ui/text-field'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { hasError, useFieldChecks, type FieldErrors } from '@buy-locals/features/messages/field-checks'
import { Form, type FormValues } from '../site/form'
import { PasswordAgain } from './password-again'

export function EmailForm() {
  const t = useT()
  const check = useFieldChecks()
  const [sentTo, setSentTo] = useState('')
  const [wrong, setWrong] = useState<FieldErrors>({})
  const { send, isBusy, error } = useSend(() => {})
  function submit({ get }: FormValues) {
    const [email, password] = [get('email').trim(), get('password')]
    const found = { email: check.email(email), password: password ? undefined : t('account.deleteMissing') }
    setWrong(found)
    if (hasError(found)) return
    void send(async () => {
      await callApi(changeEmail, { body: { email, password } })
      setSentTo(email)
    })
  }
  if (sentTo) return <Notice tone="info" title={t('account.emailSent', { email: sentTo })} />
  const isWrongPassword = error instanceof Refusal && error.code === 'auth/wrong-credentials'
  return (
    <Form onSubmit={submit}>
      <TextField label={t('account.emailNew')} name="email" kind="email" autoComplete="email" error={wrong['email']} />
      <PasswordAgain
        label={t('account.deletePassword')}
        name="password"
        error={wrong['password'] ?? (isWrongPassword ? t('account.deleteWrong') : undefined)}
      />
      {!isWrongPassword && <ErrorNotice error={error} />}
      <Button submit busy={isBusy} label={t('account.emailSend')} />
    </Form>
  )
}
