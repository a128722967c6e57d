import { useEffect, useRef } from 'react'
import { login } from '@buy-locals/contracts/auth/operations'
import type { useSignInPrompt } from '@buy-locals/features/session/sign-in-again'
import { Button } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Text } from '@buy-locals/ui/text'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { Form } from '../site/form'

type Props = NonNullable<ReturnType<typeof useSignInPrompt>>

/** Over the page on which the session has ended: what was typed there stays, and what was sent goes on. */
export default function SignInAgain({ email, finish }: Props) {
  const t = useT()
  const field = useRef<{ focus: () => void }>(null)
  useEffect(() => field.current?.focus(), [])
  const { send, isBusy, error } = useSend(() => finish(true))
  return (
    <Dialog open title={t('account.againTitle')} onClose={() => finish(false)}>
      <Form onSubmit={({ get }) => void send(() => callApi(login, { body: { email, password: get('password') } }))}>
        <Text>{t('account.againText', { email })}</Text>
        <PasswordField ref={field} label={t('account.password')} name="password" />
        <ErrorNotice error={error} />
        <Button submit wide large busy={isBusy} label={t('account.againSend')} />
      </Form>
    </Dialog>
  )
}
