import { View } from 'react-native'
import { Text } from '@buy-locals/ui/text'
import { radius, space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'

const useStyles = themed((c) => ({
  badge: {
    position: 'absolute',
    top: space.sm,
    left: space.sm,
    minWidth: 28,
    paddingHorizontal: space.sm,
    alignItems: 'center',
    borderRadius: radius.full,
    backgroundColor: c.brand,
  },
  on: { backgroundColor: c.ink },
}))

/** The number of a business, over its picture. */
export function NumberBadge({ number, on }: { number: number; on: boolean }) {
  const styles = useStyles()
  return (
    <View style={[styles.badge, on && styles.on]}>
      <Text size="fine" weight="strong" tabular tone={on ? 'page' : 'onBrand'}>
        {number}
      </Text>
    </View>
  )
}
