import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { changePassword } from '@buy-locals/contracts/auth/operations'
import { passwordLength } from '@buy-locals/contracts/auth/shapes'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { useToast } from '@buy-locals/ui/toast'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { hasError, useFieldChecks, type FieldErrors } from '@buy-locals/features/messages/field-checks'
import { Form, type FormValues } from '../site/form'
import { PasswordAgain } from './password-again'

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const check = useFieldChecks()
  const showToast = useToast()
  const [wrong, setWrong] = useState<FieldErrors>({})
  const { send, isBusy, error } = useSend(() => {
    showToast({ tone: 'success', text: t('account.passwordSaved') })
    onDone()
  })
  function submit({ get }: FormValues) {
    const [currentPassword, password] = [get('currentPassword'), get('password')]
    const found = {
      currentPassword: currentPassword ? undefined : t('account.deleteMissing'),
      password: check.password(password),
    }
    setWrong(found)
    if (hasError(found)) return
    void send(() => callApi(changePassword, { body: { currentPassword, password } }))
  }
  const isWrongPassword = error instanceof Refusal && error.code === 'auth/wrong-credentials'
  const refused = useFieldErrors()(error)['password']
  return (
    <Form onSubmit={submit}>
      <PasswordAgain
        label={t('account.currentPassword')}
        name="currentPassword"
        error={wrong['currentPassword'] ?? (isWrongPassword ? t('account.deleteWrong') : undefined)}
      />
      <PasswordField
        isNew
        label={t('account.newPassword')}
        name="password"
        hint={t('account.passwordHint', passwordLength)}
        error={wrong['password'] ?? refused}
      />
      {!isWrongPassword && !refused && <ErrorNotice error={error} />}
      <Button submit busy={isBusy} label={t('account.resetSave')} />
    </Form>
  )
}
