import { useEffect, useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { verifyEmail } from '@buy-locals/contracts/auth/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { errorText } from '@buy-locals/features/messages/error-text'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { Text } from '@buy-locals/ui/text'
import { callApi } from '../api/call-api'
import { useT } from '../messages/site-i18n'
import { useFragment } from '../site/browser-only'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { useSite } from '../site/use-site'
import { AccountPage } from './account-page'
import { NewPasswordForm } from './new-password-form'
import { SendVerificationButton } from './verification'

export const meta = privatePage('account.verifyTitle')

const requests = new Map<string, Promise<unknown>>()

/** A link works once: however often the page renders, it is used once. */
function verifyOnce(token: string) {
  const request = requests.get(token) ?? callApi(verifyEmail, { body: { token } })
  requests.set(token, request)
  return request
}

type Outcome = { state: 'verified' | 'password-set' | 'password-needed' } | { state: 'failed'; error: unknown }

const outcomeOf = (error: unknown): Outcome =>
  error instanceof Refusal && error.code === 'auth/password-needed'
    ? { state: 'password-needed' }
    : { state: 'failed', error }

export default function VerifyEmail() {
  const t = useT()
  const i18n = useI18n()
  const me = useSite()?.me
  const token = useFragment()
  const [outcome, setOutcome] = useState<Outcome>()

  useEffect(() => {
    if (!token) return
    verifyOnce(token).then(
      () => setOutcome({ state: 'verified' }),
      (error: unknown) => setOutcome(outcomeOf(error)),
    )
  }, [token])

  if (outcome?.state === 'password-needed') {
    return (
      <AccountPage title={t('account.proveTitle')}>
        <Text>{t('account.proveText')}</Text>
        <NewPasswordForm
          onSubmit={(password) => callApi(verifyEmail, { body: { token: token ?? '', password } })}
          onDone={() => setOutcome({ state: 'password-set' })}
        />
      </AccountPage>
    )
  }
  if (outcome?.state === 'verified' || outcome?.state === 'password-set') {
    const isSignedIn = me !== undefined && outcome.state === 'verified'
    return (
      <MessagePage
        icon="circle-check"
        title={t('account.verifiedTitle')}
        text={t('account.verifiedText')}
        action={
          <Button
            label={t(isSignedIn ? 'account.toBookings' : 'account.signIn')}
            href={isSignedIn ? '/bookings' : '/sign-in?to=/bookings'}
          />
        }
      />
    )
  }
  if (outcome || token === '') {
    return (
      <MessagePage
        icon="mail"
        title={t('account.verifyFailedTitle')}
        text={outcome?.state === 'failed' ? errorText(i18n, outcome.error) : t('account.linkMissingText')}
        action={me && !me.emailVerified ? <SendVerificationButton email={me.email} /> : undefined}
      />
    )
  }
  return (
    <Page reading>
      <Progress label={t('account.verifying')} />
    </Page>
  )
}
