import type { ReactNode } from 'react'
import { Text, View } from 'react-native'
import { themed } from './theme/themed'

const useStyles = themed(() => ({
  hidden: { position: 'absolute', width: 1, height: 1, overflow: 'hidden' },
  text: { color: 'transparent' },
}))

/** Read by screen readers, not shown. VoiceOver skips what has no opacity. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  const styles = useStyles()
  return (
    <View style={styles.hidden}>
      <Text style={styles.text}>{children}</Text>
    </View>
  )
}
