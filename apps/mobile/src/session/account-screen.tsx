import { isSignedOut, useMe } from '@buy-locals/client/me'
import { Card } from '@buy-locals/ui/card'
import { Page } from '@buy-locals/ui/layout'
import { Loading, SkeletonText } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { AccountRows, DeviceRows } from '../account/account-rows'
import { Unverified } from '../account/unverified'
import { useT } from '../messages/mobile-i18n'
import { YourBusinesses } from '../owner/your-businesses'
import { Failed } from '../shell/screen-error'
import { SignInFirst } from './sign-in-first'
import { SignOut } from './sign-out'

/** Who is signed in, what can be changed, and the way in and out. */
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
  if (isSignedOut(error)) {
    return (
      <SignInFirst text={t('account.guestText')}>
        <DeviceRows />
      </SignInFirst>
    )
  }
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
      {!me.emailVerified && <Unverified email={me.email} />}
      <AccountRows name={me.name} email={me.email} />
      <DeviceRows />
      <YourBusinesses me={me} />
      <SignOut />
    </Page>
  )
}
