import type { ReactNode } from 'react'
import { ScrollView, View } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'

const useStyles = themed((c) => ({
  screen: { flex: 1, backgroundColor: c.page },
  content: {
    padding: space.lg,
    paddingBottom: space.vast,
    gap: space.xl,
    width: '100%',
    maxWidth: 720,
    alignSelf: 'center',
  },
  bar: { borderTopWidth: 1, borderColor: c.line, backgroundColor: c.page },
  action: { padding: space.lg, gap: space.sm, width: '100%', maxWidth: 720, alignSelf: 'center' },
}))

/** A step of a task: its main action stays below what is scrolled, within the thumb's reach and above the keyboard. */
export function Screen({ children, action }: { children: ReactNode; action?: ReactNode }) {
  const styles = useStyles()
  const { bottom } = useSafeAreaInsets()
  return (
    <View role="main" style={styles.screen}>
      <ScrollView
        contentContainerStyle={styles.content}
        keyboardShouldPersistTaps="handled"
        automaticallyAdjustKeyboardInsets
      >
        {children}
      </ScrollView>
      {Boolean(action) && (
        <View style={[styles.bar, { paddingBottom: bottom }]}>
          <View style={styles.action}>{action}</View>
        </View>
      )}
    </View>
  )
}
