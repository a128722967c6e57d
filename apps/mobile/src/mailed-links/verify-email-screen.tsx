import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { useApi } from '@buy-locals/client/api-context'
import { readMe, verifyEmail } from '@buy-locals/contracts/auth/operations'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'
import { useReader } from '../session/use-reader'
import { Failed } from '../shell/screen-error'
import { LinkOutcome } from './link-outcome'
import { NewPasswordForm } from './new-password-form'

/** A link that is refused does not work the next time either. Where nothing answered it may. */
const isFinal = (error: Error) => error instanceof Refusal && error.status < 500 && error.status !== 429

const needsPassword = (error: unknown) => error instanceof Refusal && error.code === 'auth/password-needed'

/** Neither to come back to the app nor to the network sends a link a second time. */
const sentOnce = {
  retry: false,
  retryOnMount: false,
  refetchOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  networkMode: 'always',
  staleTime: Infinity,
  gcTime: Infinity,
} as const

/** Where the mail to a new address leads. A link works once: however often the screen is shown, it is used once. */
export function VerifyEmailScreen({ token }: { token: string | undefined }) {
  const t = useT()
  const describeError = useErrorText()
  const callApi = useApi()
  const queryClient = useQueryClient()
  const [isSet, setSet] = useState(false)
  const { me } = useReader()
  const { data, error, refetch } = useQuery({
    queryKey: ['mailed link', token],
    queryFn: async () => {
      const verified = await callApi(verifyEmail, { body: { token: token ?? '' } })
      void queryClient.invalidateQueries({ queryKey: [readMe.id] })
      return verified
    },
    enabled: Boolean(token),
    ...sentOnce,
  })
  if (data || isSet) {
    const isSignedIn = me !== undefined && !isSet
    const action = isSignedIn
      ? { label: t('bookings.tab'), href: '/bookings' }
      : { label: t('account.signIn'), href: '/sign-in' }
    return (
      <LinkOutcome
        icon="circle-check"
        title={t('mailedLink.verifiedTitle')}
        text={t('mailedLink.verifiedText')}
        action={<Button {...action} />}
      />
    )
  }
  if (token && needsPassword(error)) {
    return (
      <Page>
        <Stack gap="xl">
          <Title level={1}>{t('mailedLink.proveTitle')}</Title>
          <Text>{t('mailedLink.proveText')}</Text>
          <NewPasswordForm
            operation={verifyEmail}
            inputOf={(password) => ({ body: { token, password } })}
            onDone={() => setSet(true)}
          />
        </Stack>
      </Page>
    )
  }
  if (error && !isFinal(error)) return <Failed error={error} onRetry={() => void refetch()} />
  if (error || !token) {
    const text = error ? describeError(error) : t('mailedLink.linkMissingText')
    return <LinkOutcome icon="mail" title={t('mailedLink.verifyFailedTitle')} text={text} />
  }
  return (
    <Page>
      <Progress label={t('mailedLink.verifying')} />
    </Page>
  )
}
