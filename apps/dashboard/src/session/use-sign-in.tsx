import { useState } from 'react'
import { login, signInWithCode } from '@buy-locals/contracts/auth/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { signInTokenOf } from '@buy-locals/features/session/sign-in-token'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { CodeForm } from './code-form'

/** The password, and then, where the account has a second factor, `codeForm` in its place. */
export function useSignIn(onSuccess: () => void) {
  const [signInToken, setSignInToken] = useState<string>()
  const password = useOperationMutation(login, {
    inlineError: true,
    onSuccess,
    handleError: (error) => {
      const half = signInTokenOf(error)
      if (half) setSignInToken(half)
      return half !== undefined
    },
  })
  return {
    send: (body: { email: string; password: string }) => password.mutate({ input: { body } }),
    shownError: password.shownError,
    isPending: password.isPending,
    codeForm: signInToken && <SignInCode signInToken={signInToken} onSuccess={onSuccess} />,
  }
}

function SignInCode({ signInToken, onSuccess }: { signInToken: string; onSuccess: () => void }) {
  const t = translatorForFeatures(useI18n())
  const enter = useOperationMutation(signInWithCode, { inlineError: true, onSuccess })
  return (
    <CodeForm
      label={t('code.signIn')}
      error={enter.error}
      busy={enter.isPending}
      onSubmit={(code) => enter.mutate({ input: { body: { signInToken, code } } })}
    />
  )
}
