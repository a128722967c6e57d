import { useEffect, useState } from 'react'
import { verifyEmail } from '@buy-locals/contracts/auth/operations'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { wordsOf } from '@buy-locals/features/words/refusal-words'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/frame'
import { Progress } from '@buy-locals/ui/progress'
import { call } from '../api'
import { useSite } from '../site/use-site'
import { useSay } from '../words/say'
import { titled } from './page-words'
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
  const say = useSay()
  const speech = useSpeech()
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
      {state === 'waiting' && <Progress label={say('account.verifying')} />}
      {state === 'done' && (
        <EmptyState
          level={1}
          icon="circle-check"
          title={say('account.verifiedTitle')}
          words={say('account.verifiedWords')}
          action={
            <Button
              label={say(site?.me ? 'account.toBookings' : 'account.signIn')}
              href={site?.me ? '/bookings' : '/sign-in?to=/bookings'}
            />
          }
        />
      )}
      {state === 'failed' && (
        <EmptyState
          level={1}
          icon="mail"
          title={say('account.verifyFailedTitle')}
          words={error ? wordsOf(speech, error) : say('account.linkMissingWords')}
          action={site?.me && !site.me.emailVerified ? <VerifyAgain email={site.me.email} /> : undefined}
        />
      )}
    </Page>
  )
}
