import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { router } from 'expo-router'
import { useServerAddress } from '@buy-locals/client/server-address'
import type { Output } from '@buy-locals/contracts/operation'
import { login, signInWithCode } from '@buy-locals/contracts/auth/operations'
import { CodeField, isCode, isWrongCode } from '@buy-locals/features/code-field'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { signInTokenOf } from '@buy-locals/features/session/sign-in-token'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { ErrorNotice } from '../shell/error-notice'
import { useT } from '../messages/mobile-i18n'
import { sessionStore } from './session-store'

type SignedIn = Output<typeof login>

/** Keeps the session, and goes back to where somebody came from. */
function useFinish() {
  const queryClient = useQueryClient()
  return ({ session }: SignedIn) => {
    void sessionStore.save(session).then(() => {
      void queryClient.resetQueries() // the screens behind were a guest's
      if (router.canGoBack()) router.back()
      else router.replace('/account')
    })
  }
}

/** The password, and then, where the account has a second factor, a code. */
export function SignInScreen() {
  const t = useT()
  const finish = useFinish()
  const [signInToken, setSignInToken] = useState<string>()
  return (
    <Page>
      <Stack gap="xl">
        <Title level={1}>{t('account.signIn')}</Title>
        {signInToken ? (
          <CodeForm signInToken={signInToken} onDone={finish} />
        ) : (
          <PasswordForm onDone={finish} onHalf={setSignInToken} />
        )}
      </Stack>
    </Page>
  )
}

type PasswordFormProps = { onDone: (signedIn: SignedIn) => void; onHalf: (signInToken: string) => void }

function PasswordForm({ onDone, onHalf }: PasswordFormProps) {
  const t = useT()
  const addressOf = useServerAddress()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isIncomplete, setIncomplete] = useState(false)
  const { mutate, isPending, shownError } = useOperationMutation(login, {
    inlineError: true,
    onSuccess: onDone,
    handleError: (error) => {
      const half = signInTokenOf(error)
      if (half) onHalf(half)
      return half !== undefined
    },
  })
  function submit() {
    const body = { email: email.trim(), password }
    const isComplete = body.email !== '' && password !== ''
    setIncomplete(!isComplete)
    if (isComplete) mutate({ input: { body } })
  }
  return (
    <Stack gap="lg">
      <TextField
        label={t('account.email')}
        kind="email"
        autoComplete="username"
        value={email}
        error={isIncomplete && !email.trim() ? t('account.emailMissing') : undefined}
        onChange={setEmail}
      />
      <PasswordField
        label={t('account.password')}
        value={password}
        error={isIncomplete && !password ? t('account.passwordMissing') : undefined}
        onChange={setPassword}
      />
      <ErrorNotice error={shownError} />
      <Button wide large busy={isPending} label={t('account.signIn')} onPress={submit} />
      <TextLink external size="small" label={t('account.forgot')} href={addressOf('/forgot-password')} />
    </Stack>
  )
}

function CodeForm({ signInToken, onDone }: { signInToken: string; onDone: (signedIn: SignedIn) => void }) {
  const t = translatorForFeatures(useI18n())
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const describeError = useErrorText()
  const { mutate, isPending, error, shownError } = useOperationMutation(signInWithCode, {
    inlineError: true,
    onSuccess: onDone,
  })
  function submit() {
    setMissing(!isCode(code))
    if (isCode(code)) mutate({ input: { body: { signInToken, code: code.trim() } } })
  }
  return (
    <Stack gap="lg">
      <CodeField value={code} onChange={setCode} isMissing={isMissing && !isCode(code)} error={error} />
      {Boolean(shownError) && !isWrongCode(error) && <Notice tone="danger" title={describeError(shownError)} />}
      <Button wide large busy={isPending} label={t('code.signIn')} onPress={submit} />
    </Stack>
  )
}
