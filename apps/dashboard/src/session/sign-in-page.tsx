import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { returnPath } from '@buy-locals/features/session/return-path'
import { rememberAccount } from '@buy-locals/features/session/sign-in-again'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Notice } from '@buy-locals/ui/notice'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { closeRealtime } from '@buy-locals/client/realtime-connection'
import { ErrorNotice } from '../shell/error-notice'
import { operationQuery, queryClient } from '../api/queries'
import { useT } from '../messages/use-t'
import { SignedOutFrame } from '../shell/signed-out-frame'
import { siteUrl } from '../shell/links'
import { Screen } from '../shell/screen'
import { ProviderButtons } from './provider-buttons'
import { useSignIn } from './use-sign-in'

export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const to = returnPath(useSearchParams()[0].get('to'))
  const [credentials, setCredentials] = useState({ email: '', password: '' })

  // Once the pages of whoever was signed in are gone, nothing that they read is kept. What this page asks for still comes.
  useEffect(() => {
    rememberAccount(undefined)
    queryClient.removeQueries({ type: 'inactive' })
    queryClient.getMutationCache().clear()
    closeRealtime()
  }, [])

  const signIn = useSignIn(
    () => void queryClient.prefetchQuery(operationQuery(readMe, {})).then(() => navigate(to, { replace: true })),
  )

  return (
    <SignedOutFrame>
      <Screen title={t('session.title')} intro={t('session.intro')}>
        <Card>
          {signIn.codeForm ?? (
            <Stack gap="xl">
              <form
                onSubmit={(event) => {
                  event.preventDefault()
                  signIn.send(credentials)
                }}
              >
                <Stack gap="lg">
                  {to !== '/' && !signIn.shownError && <Notice tone="info" title={t('session.thenOn')} />}
                  <ErrorNotice error={signIn.shownError} />
                  <TextField
                    label={t('session.email')}
                    kind="email"
                    autoComplete="username"
                    value={credentials.email}
                    onChange={(email) => setCredentials({ ...credentials, email })}
                  />
                  <PasswordField
                    label={t('session.password')}
                    value={credentials.password}
                    onChange={(password) => setCredentials({ ...credentials, password })}
                  />
                  <Button submit wide large label={t('session.signIn')} busy={signIn.isPending} />
                  <TextLink size="small" label={t('session.forgot')} href={siteUrl('/forgot-password')} />
                  <TextLink size="small" label={t('session.newHere')} href={siteUrl('/sign-up')} />
                </Stack>
              </form>
              <ProviderButtons to={to} />
            </Stack>
          )}
        </Card>
      </Screen>
    </SignedOutFrame>
  )
}
