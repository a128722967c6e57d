import { useSignedIn } from '@buy-locals/client/me'
import { useKept } from '@buy-locals/client/stored-text'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { router, type Href } from 'expo-router'
import { useT } from '../messages/mobile-i18n'
import { siteLink } from '../server/server-url'
import { lastBusiness } from './last-business'
import { dashboardPath, useBusiness } from './use-business'
import { YourBusinesses } from './your-businesses'

/** Other businesses, the way back to the consumer's side, and what only the dashboard has. */
export function MoreScreen() {
  const t = useT()
  const me = useSignedIn()
  const { business, role } = useBusiness()
  const [, remember] = useKept(lastBusiness)
  function leave() {
    remember('')
    router.replace('/account' as Href)
  }
  return (
    <Page>
      <Stack gap="xs">
        <Title level={1}>{business.name}</Title>
        <Text tone="quiet">{t(`business.role.${role}`)}</Text>
      </Stack>
      <YourBusinesses me={me} except={business.id} />
      <Stack gap="md">
        <Text tone="quiet">{t('business.dashboardText')}</Text>
        <Button
          wide
          tone="secondary"
          icon="layout-dashboard"
          label={t('business.dashboard')}
          href={siteLink(dashboardPath(business.id, 'board'))}
        />
        <Button wide tone="secondary" icon="user" label={t('business.toConsumer')} onPress={leave} />
      </Stack>
    </Page>
  )
}
