import type { ReactNode } from 'react'
import { Text, View } from 'react-native'
import { themed } from './theme/themed'

const useStyles = themed(() => ({
  hidden: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', opacity: 0 },
}))

/** Read by screen readers, not shown. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return (
    <View style={useStyles().hidden}>
      <Text>{children}</Text>
    </View>
  )
}
