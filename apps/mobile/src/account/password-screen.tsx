import { useState } from 'react'
import { changePassword } from '@buy-locals/contracts/auth/operations'
import { passwordLength } from '@buy-locals/contracts/auth/shapes'
import { useFieldChecks } from '@buy-locals/features/messages/field-checks'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { useT } from '../messages/mobile-i18n'
import { ErrorNotice } from '../shell/error-notice'
import { AccountForm } from './account-form'
import { ForReader } from './for-reader'
import { isWrongPassword, PasswordAgain } from './password-again'

type PasswordScreenProps = { onDone: () => void }

export const PasswordScreen = ({ onDone }: PasswordScreenProps) => (
  <ForReader>{() => <PasswordForm onDone={onDone} />}</ForReader>
)

function PasswordForm({ onDone }: PasswordScreenProps) {
  const t = useT()
  const check = useFieldChecks()
  const fieldErrors = useFieldErrors()
  const [currentPassword, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, error, shownError } = useOperationMutation(changePassword, {
    inlineError: true,
    successText: t('ownAccount.passwordSaved'),
    onSuccess: onDone,
  })
  const wrong = check.password(password)
  function save() {
    setChecked(true)
    if (currentPassword && !wrong) mutate({ input: { body: { currentPassword, password } } })
  }
  return (
    <AccountForm title={t('ownAccount.passwordChange')}>
      <PasswordAgain
        label={t('ownAccount.currentPassword')}
        value={currentPassword}
        isMissing={isChecked}
        error={error}
        onChange={setCurrent}
      />
      <PasswordField
        isNew
        label={t('ownAccount.newPassword')}
        hint={t('ownAccount.passwordHint', passwordLength)}
        value={password}
        error={(isChecked ? wrong : undefined) ?? fieldErrors(error)['password']}
        onChange={setPassword}
      />
      {!isWrongPassword(error) && <ErrorNotice error={shownError} marked={['password']} />}
      <Button wide large busy={isPending} label={t('ownAccount.resetSave')} onPress={save} />
    </AccountForm>
  )
}
