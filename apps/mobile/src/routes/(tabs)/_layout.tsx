import { Tabs } from 'expo-router/tabs'
import { useUnread } from '../../inbox/use-unread'
import { useT } from '../../messages/mobile-i18n'
import { useTabOptions } from '../../shell/screen-options'
import { TabBar } from '../../shell/tab-bar'
import { tabIcon } from '../../shell/tab-icon'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

export default function TabsLayout() {
  const t = useT()
  const unread = useUnread()
  return (
    <Tabs screenOptions={useTabOptions()} tabBar={(bar) => <TabBar label={t('page.tabs')} bar={bar} />}>
      <Tabs.Screen name="index" options={{ title: t('app.explore'), tabBarIcon: tabIcon('search') }} />
      <Tabs.Screen name="bookings" options={{ title: t('bookings.tab'), tabBarIcon: tabIcon('calendar') }} />
      <Tabs.Screen
        name="inbox"
        options={{
          title: t('inbox.title'),
          tabBarIcon: tabIcon('bell'),
          ...(unread > 0 && {
            tabBarBadge: '',
            tabBarAccessibilityLabel: t('inbox.tabUnread', { count: unread }),
          }),
        }}
      />
      <Tabs.Screen name="account" options={{ title: t('app.account'), tabBarIcon: tabIcon('user') }} />
    </Tabs>
  )
}
