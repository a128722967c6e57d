import { login } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { callApi } from '../api/call-api'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'

export function SignInForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { send, isBusy, error } = useSend(onDone)
  const submit = ({ get }: FormValues) =>
    void send(() => callApi(login, { body: { email: get('email'), password: get('password') } }))
  return (
    <Form onSubmit={submit}>
      <TextField label={t('account.email')} name="email" kind="email" autoComplete="username" />
      <PasswordField label={t('account.password')} name="password" />
      <ErrorNotice error={error} />
      <Button submit wide large busy={isBusy} label={t('account.signIn')} />
      <span>
        <TextLink label={t('account.forgot')} href="/forgot-password" size="small" />
      </span>
    </Form>
  )
}
