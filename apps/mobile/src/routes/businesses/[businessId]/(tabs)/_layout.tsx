import { Tabs } from 'expo-router'
import { useT } from '../../../../messages/mobile-i18n'
import { useBusiness } from '../../../../owner/use-business'
import { useTabOptions } from '../../../../shell/screen-options'
import { tabIcon } from '../../../../shell/tab-icon'

export default function BusinessTabs() {
  const t = useT()
  const { may } = useBusiness()
  const ofManagers = may('manager') ? {} : { href: null }
  return (
    <Tabs screenOptions={useTabOptions()}>
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
