import { Icon } from '@buy-locals/ui/icon'
import type { IconName } from '@buy-locals/ui/icon-name'

export const tabIcon = (name: IconName) =>
  function TabIcon({ focused }: { focused: boolean }) {
    return <Icon decorative name={name} size={24} color={focused ? 'brand' : 'quiet'} />
  }
