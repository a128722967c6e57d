import { useState } from 'react'
import { joinBusiness } from '@buy-locals/contracts/auth/operations'
import { password as passwordShape, passwordLength } from '@buy-locals/contracts/auth/shapes'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ErrorNotice } from '../shell/error-notice'
import { useT } from '../messages/use-t'
import { useSignIn } from './use-sign-in'
import { siteUrl } from '../shell/links'

type JoinProps = { token: string; email: string; label: string; onJoined: () => void }

export function JoinAsMe({ token, label, onJoined }: JoinProps) {
  const join = useOperationMutation(joinBusiness, { inlineError: true, onSuccess: onJoined })
  return (
    <Stack gap="lg">
      <ErrorNotice error={join.shownError} />
      <Button
        wide
        large
        label={label}
        busy={join.isPending}
        onPress={() => join.mutate({ input: { body: { token } } })}
      />
    </Stack>
  )
}

/** Somebody who has an account signs in and joins with one press. */
export function JoinWithPassword({ token, email, label, onJoined }: JoinProps) {
  const t = useT()
  const [password, setPassword] = useState('')
  const join = useOperationMutation(joinBusiness, { inlineError: true, onSuccess: onJoined })
  const signIn = useSignIn(() => join.mutate({ input: { body: { token } } }))
  const error = signIn.shownError ?? join.shownError
  if (signIn.codeForm && !join.shownError) return signIn.codeForm
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        signIn.send({ email, password })
      }}
    >
      <Stack gap="lg">
        <ErrorNotice error={error} />
        <PasswordField label={t('join.passwordOf', { email })} value={password} onChange={setPassword} />
        <Button submit wide large label={label} busy={signIn.isPending || join.isPending} />
        <TextLink size="small" label={t('session.forgot')} href={siteUrl('/forgot-password')} />
      </Stack>
    </form>
  )
}

export function JoinWithNewAccount({ token, email, label, onJoined }: JoinProps) {
  const t = useT()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const join = useOperationMutation(joinBusiness, { inlineError: true, onSuccess: onJoined })
  const isTooShort = !passwordShape.safeParse(password).success
  const refused = useFieldErrors()(join.error)['password']
  function submit() {
    setChecked(true)
    if (name.trim() && !isTooShort) join.mutate({ input: { body: { token, name: name.trim(), password } } })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="lg">
        {!refused && <ErrorNotice error={join.shownError} />}
        <TextField disabled label={t('session.email')} kind="email" autoComplete="username" value={email} />
        <TextField
          label={t('join.name')}
          autoComplete="name"
          maxLength={80}
          error={isChecked && !name.trim() ? t('join.nameMissing') : undefined}
          value={name}
          onChange={setName}
        />
        <PasswordField
          isNew
          label={t('join.newPassword')}
          hint={t('join.passwordHint', passwordLength)}
          error={isChecked && isTooShort ? t('field.longer', passwordLength) : refused}
          value={password}
          onChange={setPassword}
        />
        <Button submit wide large label={label} busy={join.isPending} />
      </Stack>
    </form>
  )
}
