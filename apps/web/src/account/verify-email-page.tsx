import { useEffect, useState } from 'react'
import { verifyEmail } from '@buy-locals/contracts/auth/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { errorText } from '@buy-locals/features/messages/error-text'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { callApi } from '../api/call-api'
import { useT } from '../messages/site-i18n'
import { useFragment } from '../site/browser-only'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { useSite } from '../site/use-site'
import { SendVerificationButton } from './verification'

export const meta = privatePage('account.verifyTitle')

const requests = new Map<string, Promise<unknown>>()

/** A link works once: however often the page renders, it is used once. */
function verifyOnce(token: string) {
  const request = requests.get(token) ?? callApi(verifyEmail, { body: { token } })
  requests.set(token, request)
  return request
}

type Outcome = { isVerified: boolean; error?: unknown }

export default function VerifyEmail() {
  const t = useT()
  const i18n = useI18n()
  const me = useSite()?.me
  const token = useFragment()
  const [outcome, setOutcome] = useState<Outcome>()

  useEffect(() => {
    if (!token) return
    verifyOnce(token).then(
      () => setOutcome({ isVerified: true }),
      (error: unknown) => setOutcome({ isVerified: false, error }),
    )
  }, [token])

  if (outcome?.isVerified) {
    return (
      <MessagePage
        icon="circle-check"
        title={t('account.verifiedTitle')}
        text={t('account.verifiedText')}
        action={
          <Button
            label={t(me ? 'account.toBookings' : 'account.signIn')}
            href={me ? '/bookings' : '/sign-in?to=/bookings'}
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
        text={outcome ? errorText(i18n, outcome.error) : t('account.linkMissingText')}
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
