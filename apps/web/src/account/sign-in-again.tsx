import { useEffect, useRef, useState } from 'react'
import type { useSignInPrompt } from '@buy-locals/features/session/sign-in-again'
import { useFocusBack } from '@buy-locals/features/session/use-focus-back'
import { Button } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Text } from '@buy-locals/ui/text'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { Form } from '../site/form'
import { signIn, SignInCode } from './sign-in-form'

type Props = NonNullable<ReturnType<typeof useSignInPrompt>>

/** Over the page on which the session has ended: what was typed there stays, and what was sent goes on. */
export default function SignInAgain({ email, finish }: Props) {
  const t = useT()
  const field = useRef<{ focus: () => void }>(null)
  useFocusBack()
  useEffect(() => field.current?.focus(), [])
  const [signInToken, setSignInToken] = useState<string>()
  const { send, isBusy, error } = useSend(() => {})
  const onDone = () => finish(true)
  return (
    <Dialog open title={t('account.againTitle')} onClose={() => finish(false)}>
      {signInToken ? (
        <SignInCode signInToken={signInToken} onDone={onDone} />
      ) : (
        <Form
          onSubmit={({ get }) =>
            void send(() => signIn({ email, password: get('password') }, { onDone, onHalf: setSignInToken }))
          }
        >
          <Text>{t('account.againText', { email })}</Text>
          <PasswordField ref={field} label={t('account.password')} name="password" />
          <ErrorNotice error={error} />
          <Button submit wide large busy={isBusy} label={t('account.againSend')} />
        </Form>
      )}
    </Dialog>
  )
}
