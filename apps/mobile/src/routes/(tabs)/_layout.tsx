import { BottomTabBar, Tabs } from 'expo-router/tabs'
import type { ComponentProps } from 'react'
import { View } from 'react-native'
import { Icon } from '@buy-locals/ui/icon'
import type { IconName } from '@buy-locals/ui/icon-name'
import { useUnread } from '../../inbox/use-unread'
import { useT } from '../../messages/mobile-i18n'
import { useTabOptions } from '../../shell/screen-options'

export default function TabsLayout() {
  const t = useT()
  const unread = useUnread()
  return (
    <Tabs screenOptions={useTabOptions()} tabBar={(bar) => <TabBar label={t('page.tabs')} bar={bar} />}>
      <Tabs.Screen name="index" options={{ title: t('app.explore'), tabBarIcon: iconOf('search') }} />
      <Tabs.Screen name="bookings" options={{ title: t('bookings.tab'), tabBarIcon: iconOf('calendar') }} />
      <Tabs.Screen
        name="inbox"
        options={{
          title: t('inbox.title'),
          tabBarIcon: iconOf('bell'),
          ...(unread > 0 && {
            tabBarBadge: '',
            tabBarAccessibilityLabel: t('inbox.tabUnread', { count: unread }),
          }),
        }}
      />
      <Tabs.Screen name="account" options={{ title: t('app.account'), tabBarIcon: iconOf('user') }} />
    </Tabs>
  )
}

const iconOf = (name: IconName) =>
  function TabIcon({ focused }: { focused: boolean }) {
    return <Icon decorative name={name} size={24} color={focused ? 'brand' : 'quiet'} />
  }

type TabBarProps = { label: string; bar: ComponentProps<typeof BottomTabBar> }

/** Screen readers find it by its landmark. */
function TabBar({ label, bar }: TabBarProps) {
  return (
    <View role="navigation" aria-label={label}>
      <BottomTabBar {...bar} />
    </View>
  )
}
