import { useEffect, useRef, useState } from 'react'
import { useSignInPrompt } from '@buy-locals/features/session/sign-in-again'
import { useFocusBack } from '@buy-locals/features/session/use-focus-back'
import { Button } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { ErrorNotice } from '../shell/error-notice'
import { queryClient } from '../api/queries'
import { useT } from '../messages/use-t'
import { useSignIn } from './use-sign-in'

/** Over the page on which the session has ended: what was typed there stays, and what was sent goes on. */
export function SignInAgain() {
  const prompt = useSignInPrompt()
  return prompt && <SignInDialog {...prompt} />
}

type Prompt = NonNullable<ReturnType<typeof useSignInPrompt>>

function SignInDialog({ email, finish }: Prompt) {
  const t = useT()
  const [password, setPassword] = useState('')
  const field = useRef<{ focus: () => void }>(null)
  useFocusBack()
  useEffect(() => field.current?.focus(), [])
  const signIn = useSignIn(() => {
    finish(true)
    void queryClient.invalidateQueries()
  })
  return (
    <Dialog open title={t('session.againTitle')} onClose={() => finish(false)}>
      {signIn.codeForm ?? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            signIn.send({ email, password })
          }}
        >
          <Stack gap="lg">
            <Text>{t('session.againText', { email })}</Text>
            <ErrorNotice error={signIn.shownError} />
            <PasswordField ref={field} label={t('session.password')} value={password} onChange={setPassword} />
            <Button submit wide large label={t('session.againSend')} busy={signIn.isPending} />
          </Stack>
        </form>
      )}
    </Dialog>
  )
}
