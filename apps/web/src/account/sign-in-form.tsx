import { useState, type ReactNode } from 'react'
import { login, signInWithCode } from '@buy-locals/contracts/auth/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { signInTokenOf } from '@buy-locals/features/session/sign-in-token'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { callApi } from '../api/call-api'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { CodeForm } from './code-form'

/** What stands below it goes with it, once a code is asked for. */
export function SignInForm({ onDone, children }: { onDone: () => void; children?: ReactNode }) {
  const t = useT()
  const [signInToken, setSignInToken] = useState<string>()
  const { send, isBusy, error } = useSend(() => {})
  const submit = ({ get }: FormValues) =>
    void send(() => signIn({ email: get('email'), password: get('password') }, { onDone, onHalf: setSignInToken }))
  if (signInToken) return <SignInCode signInToken={signInToken} onDone={onDone} />
  return (
    <>
      <Form onSubmit={submit}>
        <TextField label={t('account.email')} name="email" kind="email" autoComplete="username" />
        <PasswordField label={t('account.password')} name="password" />
        <ErrorNotice error={error} />
        <Button submit wide large busy={isBusy} label={t('account.signIn')} />
        <span>
          <TextLink label={t('account.forgot')} href="/forgot-password" size="small" />
        </span>
      </Form>
      {children}
    </>
  )
}

type Outcomes = { onDone: () => void; onHalf: (signInToken: string) => void }

/** Where the account has a second factor, the password is half of it. */
export async function signIn(body: { email: string; password: string }, { onDone, onHalf }: Outcomes): Promise<void> {
  try {
    await callApi(login, { body })
  } catch (error) {
    const signInToken = signInTokenOf(error)
    if (!signInToken) throw error
    return onHalf(signInToken)
  }
  onDone()
}

export function SignInCode({ signInToken, onDone }: { signInToken: string; onDone: () => void }) {
  const t = translatorForFeatures(useI18n())
  return (
    <CodeForm
      label={t('code.signIn')}
      send={(code) => callApi(signInWithCode, { body: { signInToken, code } })}
      onDone={onDone}
    />
  )
}
