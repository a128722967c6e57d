import { Tabs } from 'expo-router/tabs'
import { useContext, type ReactElement } from 'react'
import { CurrentBusiness } from '@buy-locals/client/current-business'
import { hasRole } from '@buy-locals/client/me'
import { useT } from '../../../../messages/mobile-i18n'
import { ForMembers } from '../../../../owner/member-gate'
import { useTabOptions } from '../../../../shell/screen-options'
import { TabBar } from '../../../../shell/tab-bar'
import { tabIcon } from '../../../../shell/tab-icon'

export { ScreenError as ErrorBoundary } from '../../../../shell/screen-error'

export default function BusinessTabs() {
  const t = useT()
  const current = useContext(CurrentBusiness)
  const ofManagers = current && hasRole(current.role, 'manager') ? {} : { href: null }
  return (
    <Tabs
      screenOptions={useTabOptions()}
      screenLayout={layOut}
      tabBar={(bar) => <TabBar label={t('page.tabs')} bar={bar} />}
    >
      <Tabs.Screen name="index" options={{ title: t('business.today'), tabBarIcon: tabIcon('calendar') }} />
      <Tabs.Screen
        name="money"
        options={{ title: t('business.money'), tabBarIcon: tabIcon('wallet'), ...ofManagers }}
      />
      <Tabs.Screen name="reviews" options={{ title: t('business.reviews'), tabBarIcon: tabIcon('star') }} />
      <Tabs.Screen name="more" options={{ title: t('business.more'), tabBarIcon: tabIcon('menu') }} />
    </Tabs>
  )
}

const layOut = ({ children }: { children: ReactElement }) => <ForMembers>{children}</ForMembers>
