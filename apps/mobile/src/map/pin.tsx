import { View } from 'react-native'
import { Text } from '@buy-locals/ui/text'
import { radius, touchTarget } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'

const useStyles = themed((c) => ({
  pin: {
    width: touchTarget,
    height: touchTarget,
    alignItems: 'center',
    justifyContent: 'center',
    borderWidth: 3,
    borderRadius: radius.full,
    borderColor: c.surface,
    backgroundColor: c.brand,
  },
  cluster: { borderColor: c.brand, backgroundColor: c.surface },
  on: { backgroundColor: c.ink },
}))

/** The number of a business, or how many stand there. */
export function Pin({ text, isCluster, isOn }: { text: string; isCluster: boolean; isOn: boolean }) {
  const styles = useStyles()
  return (
    <View style={[styles.pin, isCluster && styles.cluster, isOn && styles.on]}>
      <Text size="small" weight="strong" tabular tone={isOn ? 'page' : isCluster ? 'ink' : 'onBrand'}>
        {text}
      </Text>
    </View>
  )
}
