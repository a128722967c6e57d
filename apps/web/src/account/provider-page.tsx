import { useEffect, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { confirmProviderLink, finishProviderSignIn } from '@buy-locals/contracts/auth/operations'
import { CodeField, isCode, isWrongCode } from '@buy-locals/features/code-field'
import { useI18n } from '@buy-locals/features/i18n'
import { errorText } from '@buy-locals/features/messages/error-text'
import { signInTokenOf } from '@buy-locals/features/session/sign-in-token'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { Text } from '@buy-locals/ui/text'
import { returnPath } from '@buy-locals/features/session/return-path'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'
import { PasswordAgain } from './password-again'
import { SignInCode } from './sign-in-form'

export const meta = privatePage('account.signIn')

type ProviderId = 'google' | 'apple' | 'oidc'
type Outcome = { signInToken: string; to: string } | { linkToken: string; email: string } | { error: unknown }

const requests = new Map<string, Promise<{ to: string }>>()

/** What a provider answers is good once: however often the page renders, it is sent once. */
function finishOnce(provider: ProviderId, search: string) {
  const response = Object.fromEntries(new URLSearchParams(search))
  const request = requests.get(search) ?? callApi(finishProviderSignIn, { params: { provider }, body: { response } })
  requests.set(search, request)
  return request
}

const leave = (to: string) => window.location.replace(returnPath(to))

function outcomeOf(error: unknown): Outcome {
  const signInToken = signInTokenOf(error)
  if (!(error instanceof Refusal)) return { error }
  if (signInToken) return { signInToken, to: String(error.members['to']) }
  if (error.code !== 'auth/link-needed') return { error }
  return { linkToken: String(error.members['linkToken']), email: String(error.members['email']) }
}

/** Where a provider sends the browser back to. */
export default function ProviderReturn() {
  const t = useT()
  const i18n = useI18n()
  const { provider } = useParams()
  const [outcome, setOutcome] = useState<Outcome>()
  useEffect(() => {
    finishOnce(provider as ProviderId, window.location.search).then(
      ({ to }) => leave(to),
      (error: unknown) => setOutcome(outcomeOf(error)),
    )
  }, [provider])
  if (!outcome)
    return (
      <Page reading>
        <Progress label={t('account.providerWaiting')} />
      </Page>
    )
  if ('signInToken' in outcome)
    return (
      <AccountPage title={t('account.signIn')}>
        <SignInCode signInToken={outcome.signInToken} onDone={() => leave(outcome.to)} />
      </AccountPage>
    )
  if ('linkToken' in outcome) return <ConfirmLink {...outcome} />
  return (
    <MessagePage
      icon="info"
      title={t('account.providerFailed')}
      text={errorText(i18n, outcome.error)}
      action={<Button label={t('account.providerBack')} href="/sign-in" />}
    />
  )
}

/** The account is theirs who have its password; then the provider is linked to it. */
function ConfirmLink({ linkToken, email }: { linkToken: string; email: string }) {
  const t = useT()
  const [code, setCode] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [isCodeMissing, setCodeMissing] = useState(false)
  const field = useRef<{ focus: () => void }>(null)
  useEffect(() => {
    if (needsCode) field.current?.focus()
  }, [needsCode])
  const { send, isBusy, error } = useSend(() => {})
  const isHalf = error instanceof Refusal && error.code === 'auth/code-needed'
  const isWrong = error instanceof Refusal && error.code === 'auth/wrong-credentials'
  async function confirm(password: string) {
    const body = { linkToken, password, ...(code && { code }) }
    const { to } = await callApi(confirmProviderLink, { body }).catch((refusal: unknown) => {
      if (refusal instanceof Refusal && refusal.code === 'auth/code-needed') setNeedsCode(true)
      throw refusal
    })
    leave(to)
  }
  function submit({ get }: FormValues) {
    const password = get('password')
    setMissing(!password)
    setCodeMissing(needsCode && !isCode(code))
    if (password && (!needsCode || isCode(code))) void send(() => confirm(password))
  }
  return (
    <AccountPage title={t('account.linkTitle')}>
      <Text>{t('account.linkText', { email })}</Text>
      <Form onSubmit={submit}>
        <PasswordAgain
          label={t('account.password')}
          name="password"
          error={isMissing ? t('account.deleteMissing') : isWrong ? t('account.deleteWrong') : undefined}
        />
        {needsCode && <CodeField ref={field} value={code} onChange={setCode} isMissing={isCodeMissing} error={error} />}
        {!isWrong && !isHalf && !isWrongCode(error) && <ErrorNotice error={error} />}
        <Button submit wide large busy={isBusy} label={t('account.linkConfirm')} />
      </Form>
    </AccountPage>
  )
}
