import { login } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { call } from '../api'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { Refused } from './refused'
import { useSend } from './use-send'

export function SignInForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { send, isBusy, error } = useSend(onDone)
  const submit = ({ get }: FormValues) =>
    void send(() => call(login, { body: { email: get('email'), password: get('password') } }))
  return (
    <Form onSubmit={submit}>
      <TextField label={t('account.email')} name="email" kind="email" autoComplete="username" />
      <PasswordField label={t('account.password')} name="password" />
      <Refused error={error} />
      <Button submit wide large busy={isBusy} label={t('account.signIn')} />
      <span>
        <TextLink label={t('account.forgot')} href="/forgot-password" size="small" />
      </span>
    </Form>
  )
}
