import { Icon } from '@buy-locals/ui/icon'
import type { IconName } from '@buy-locals/ui/icon-name'
import { Text } from '@buy-locals/ui/text'

export const tabIcon = (name: IconName) =>
  function TabIcon({ focused }: { focused: boolean }) {
    return <Icon decorative name={name} size={24} color={focused ? 'brand' : 'quiet'} />
  }

/** In the typeface of the screens. */
export function TabLabel({ focused, children }: { focused: boolean; children: string }) {
  return (
    <Text size="fine" lines={1} tone={focused ? 'brand' : 'quiet'}>
      {children}
    </Text>
  )
}
