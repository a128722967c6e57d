import { useState } from 'react'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { passwordLength } from '@buy-locals/contracts/auth/shapes'
import { useFieldChecks } from '@buy-locals/features/messages/field-checks'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Stack } from '@buy-locals/ui/stack'
import { useT } from '../messages/mobile-i18n'
import { ErrorNotice } from '../shell/error-notice'

type NewPasswordFormProps<O extends Operation> = {
  operation: O
  inputOf: (password: string) => Input<O>
  onDone: (output: Output<O>) => void
}

/** The first password of an account, or the one in the place of a password that is forgotten. */
export function NewPasswordForm<O extends Operation>({ operation, inputOf, onDone }: NewPasswordFormProps<O>) {
  const t = useT()
  const check = useFieldChecks()
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<string>()
  const { mutate, isPending, error, shownError } = useOperationMutation(operation, {
    inlineError: true,
    onSuccess: onDone,
  })
  const refused = useFieldErrors()(error)['password']
  function submit() {
    const found = check.password(password)
    setWrong(found)
    if (!found) mutate({ input: inputOf(password) })
  }
  return (
    <Stack gap="lg">
      <PasswordField
        isNew
        label={t('mailedLink.newPassword')}
        hint={t('mailedLink.passwordHint', passwordLength)}
        value={password}
        error={wrong ?? refused}
        onChange={setPassword}
      />
      <ErrorNotice error={shownError} marked={['password']} />
      <Button wide large busy={isPending} label={t('mailedLink.resetSave')} onPress={submit} />
    </Stack>
  )
}
