import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { login, readMe } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Notice } from '@buy-locals/ui/notice'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { queryClient, operationQuery } from '../api/queries'
import { useErrorText } from '../api/error-text'
import { useOperationMutation } from '../api/use-operation-mutation'
import { Front } from '../shell/front'
import { Screen } from '../shell/screen'
import { onSite } from '../shell/site'
import { useT } from '../messages/use-t'

/** Only a place in the dashboard can be gone on to. */
const placeIn = (to: string | null) => (to?.startsWith('/') && !to.startsWith('//') ? to : '/')

export function Component() {
  const t = useT()
  const describeError = useErrorText()
  const goTo = useNavigate()
  const to = placeIn(useSearchParams()[0].get('to'))
  const [given, setGiven] = useState({ email: '', password: '' })
  const [errorText, setErrorText] = useState<string>()

  // Once the pages of whoever was signed in are gone, nothing that they read is kept.
  useEffect(() => queryClient.clear(), [])

  const signIn = useOperationMutation(login, {
    onSuccess: () => void queryClient.prefetchQuery(operationQuery(readMe, {})).then(() => goTo(to, { replace: true })),
    handleError: (error) => {
      setErrorText(describeError(error))
      return true
    },
  })

  return (
    <Front>
      <Screen title={t('session.title')} intro={t('session.intro')}>
        <Card>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              setErrorText(undefined)
              signIn.mutate({ input: { body: given } })
            }}
          >
            <Stack gap="lg">
              {to !== '/' && !errorText && <Notice tone="info" title={t('session.thenOn')} />}
              {errorText && <Notice tone="danger" title={errorText} />}
              <TextField
                label={t('session.email')}
                kind="email"
                autoComplete="username"
                value={given.email}
                onChange={(email) => setGiven({ ...given, email })}
              />
              <PasswordField
                label={t('session.password')}
                value={given.password}
                onChange={(password) => setGiven({ ...given, password })}
              />
              <Button submit wide large label={t('session.signIn')} busy={signIn.isPending} />
              <TextLink size="small" label={t('session.forgot')} href={onSite('/forgot-password')} />
              <TextLink size="small" label={t('session.newHere')} href={onSite('/sign-up')} />
            </Stack>
          </form>
        </Card>
      </Screen>
    </Front>
  )
}
