import { useState } from 'react'
import { passwordLength } from '@buy-locals/contracts/auth/shapes'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useFieldChecks } from '@buy-locals/features/messages/field-checks'
import { Form, type FormValues } from '../site/form'

type Props = { onSubmit: (password: string) => Promise<unknown>; onDone: () => void }

export function NewPasswordForm({ onSubmit, onDone }: Props) {
  const t = useT()
  const check = useFieldChecks()
  const [wrong, setWrong] = useState<string>()
  const { send, isBusy, error } = useSend(onDone)

  function submit({ get }: FormValues) {
    const password = get('password')
    const found = check.password(password)
    setWrong(found)
    if (!found) void send(() => onSubmit(password))
  }
  const refused = useFieldErrors()(error)['password']
  return (
    <Form onSubmit={submit}>
      <PasswordField
        isNew
        label={t('account.newPassword')}
        name="password"
        hint={t('account.passwordHint', passwordLength)}
        error={wrong ?? refused}
      />
      <ErrorNotice error={error} marked={['password']} />
      <Button submit wide large busy={isBusy} label={t('account.resetSave')} />
    </Form>
  )
}
