import { useState } from 'react'
import { register } from '@buy-locals/contracts/auth/operations'
import { passwordLength } from '@buy-locals/contracts/auth/shapes'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { hasError, useFieldChecks, type FieldErrors } from '@buy-locals/features/messages/field-checks'
import { Form, type FormValues } from '../site/form'
import { useSite } from '../site/use-site'

export function SignUpForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const check = useFieldChecks()
  const site = useSite()
  const { send, isBusy, error } = useSend(onDone)
  const [errors, setErrors] = useState<FieldErrors>({})
  const refused = useFieldErrors()(error)

  function submit({ get }: FormValues) {
    const [name, email, password] = [get('name').trim(), get('email').trim(), get('password')]
    const found = { name: check.name(name), email: check.email(email), password: check.password(password) }
    setErrors(found)
    if (hasError(found)) return
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    void send(() =>
      callApi(register, { body: { name, email, password, timeZone, ...(site && { locale: site.locale }) } }),
    )
  }
  return (
    <Form onSubmit={submit}>
      <TextField label={t('account.name')} name="name" autoComplete="name" maxLength={80} error={errors['name']} />
      <TextField
        label={t('account.email')}
        name="email"
        kind="email"
        autoComplete="username"
        error={errors['email'] ?? refused['email']}
      />
      <PasswordField
        isNew
        label={t('account.password')}
        name="password"
        hint={t('account.passwordHint', passwordLength)}
        error={errors['password'] ?? refused['password']}
      />
      <ErrorNotice error={error} marked={['email', 'password']} />
      <Button submit wide large busy={isBusy} label={t('account.signUp')} />
      <Text size="fine" tone="quiet">
        {t('account.agree')}
      </Text>
      <Row wrap>
        <TextLink size="small" label={t('site.terms')} href="/terms" />
        <TextLink size="small" label={t('site.privacy')} href="/privacy" />
      </Row>
    </Form>
  )
}
