import { useQueryClient } from '@tanstack/react-query'
import { logout } from '@buy-locals/contracts/auth/operations'
import { isSignedOut, useMe } from '@buy-locals/client/me'
import { forgetAll } from '@buy-locals/client/stored-text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Page } from '@buy-locals/ui/layout'
import { Loading, SkeletonText } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { forgetManageLinks } from '../bookings/manage-links'
import { useT } from '../messages/mobile-i18n'
import { Failed } from '../shell/screen-error'
import { SignInFirst } from './sign-in-first'
import { sessionStore } from './session-store'

/** Who is signed in, and the way in and out. */
export function AccountScreen() {
  const t = useT()
  const { data: me, error, isPending, refetch } = useMe()
  if (isPending) {
    return (
      <Page>
        <Loading label={t('app.loading')}>
          <SkeletonText lines={3} />
        </Loading>
      </Page>
    )
  }
  if (!me && isSignedOut(error)) return <SignInFirst text={t('account.guestText')} />
  if (!me) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <Page>
      <Title level={1}>{t('account.title')}</Title>
      <Card>
        <Stack gap="xs">
          <Text weight="strong">{me.name}</Text>
          <Text tone="quiet">{me.email}</Text>
        </Stack>
      </Card>
      <SignOut />
    </Page>
  )
}

function SignOut() {
  const t = useT()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useOperationMutation(logout, {
    successText: t('account.signedOut'),
    onSuccess: () => {
      forgetAll()
      void Promise.all([sessionStore.clear(), forgetManageLinks()]).then(() => queryClient.resetQueries())
    },
  })
  const signOut = async () => mutate({ input: await sessionStore.refreshInput() })
  return (
    <Button
      tone="secondary"
      icon="log-out"
      busy={isPending}
      label={t('account.signOut')}
      onPress={() => void signOut()}
    />
  )
}
