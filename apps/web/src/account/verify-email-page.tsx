import { useEffect, useState } from 'react'
import { verifyEmail } from '@buy-locals/contracts/auth/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { errorText } from '@buy-locals/features/messages/error-text'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { call } from '../api'
import { useSite } from '../site/use-site'
import { useT } from '../messages/site-i18n'
import { titled } from './page-title'
import { useFragment } from './use-fragment'
import { VerifyAgain } from './verify-again'

export const meta = titled('account.verifyTitle')

const sent = new Map<string, Promise<unknown>>()

/** A link works once: however often the page renders, it is used once. */
function verifyOnce(token: string) {
  const asked = sent.get(token) ?? call(verifyEmail, { body: { token } })
  sent.set(token, asked)
  return asked
}

export default function VerifyEmail() {
  const t = useT()
  const i18n = useI18n()
  const site = useSite()
  const token = useFragment()
  const [outcome, setOutcome] = useState<'done' | 'failed'>()
  const [error, setError] = useState<unknown>()

  useEffect(() => {
    if (!token) return
    verifyOnce(token).then(
      () => setOutcome('done'),
      (refused: unknown) => {
        setError(refused)
        setOutcome('failed')
      },
    )
  }, [token])

  const state = token === '' ? 'failed' : (outcome ?? 'waiting')
  return (
    <Page reading>
      {state === 'waiting' && <Progress label={t('account.verifying')} />}
      {state === 'done' && (
        <EmptyState
          level={1}
          icon="circle-check"
          title={t('account.verifiedTitle')}
          text={t('account.verifiedText')}
          action={
            <Button
              label={t(site?.me ? 'account.toBookings' : 'account.signIn')}
              href={site?.me ? '/bookings' : '/sign-in?to=/bookings'}
            />
          }
        />
      )}
      {state === 'failed' && (
        <EmptyState
          level={1}
          icon="mail"
          title={t('account.verifyFailedTitle')}
          text={error ? errorText(i18n, error) : t('account.linkMissingText')}
          action={site?.me && !site.me.emailVerified ? <VerifyAgain email={site.me.email} /> : undefined}
        />
      )}
    </Page>
  )
}
