import { useState } from 'react'
import { changeEmail } from '@buy-locals/contracts/auth/operations'
import { useFieldChecks } from '@buy-locals/features/messages/field-checks'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { TextField } from '@buy-locals/ui/text-field'
import { useT } from '../messages/mobile-i18n'
import { ErrorNotice } from '../shell/error-notice'
import { AccountForm } from './account-form'
import { ForReader } from './for-reader'
import { MailNotice } from './mail-notice'
import { isWrongPassword, PasswordAgain } from './password-again'
import { Unverified } from './unverified'

/** Whether mails arrive, and another address for them. */
export function EmailScreen() {
  const t = useT()
  return (
    <ForReader>
      {(me) => (
        <AccountForm title={t('ownAccount.emailChange')}>
          {!me.emailVerified && <Unverified email={me.email} />}
          <MailNotice email={me.email} />
          <EmailForm />
        </AccountForm>
      )}
    </ForReader>
  )
}

function EmailForm() {
  const t = useT()
  const check = useFieldChecks()
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, isSuccess, error, shownError } = useOperationMutation(changeEmail, { inlineError: true })
  const email = typed.trim()
  const wrong = check.email(email)
  function send() {
    setChecked(true)
    if (!wrong && password) mutate({ input: { body: { email, password } } })
  }
  if (isSuccess) return <Notice tone="success" title={t('ownAccount.emailSent', { email })} />
  return (
    <>
      <TextField
        label={t('ownAccount.emailNew')}
        kind="email"
        autoComplete="email"
        value={typed}
        error={isChecked ? wrong : undefined}
        onChange={setTyped}
      />
      <PasswordAgain
        label={t('ownAccount.deletePassword')}
        value={password}
        isMissing={isChecked}
        error={error}
        onChange={setPassword}
      />
      {!isWrongPassword(error) && <ErrorNotice error={shownError} />}
      <Button wide large busy={isPending} label={t('ownAccount.emailSend')} onPress={send} />
    </>
  )
}
