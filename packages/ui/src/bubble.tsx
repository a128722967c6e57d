import type { ReactNode } from 'react'
import { View } from 'react-native'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  bubble: {
    maxWidth: '85%',
    paddingVertical: space.sm,
    paddingHorizontal: space.md,
    gap: space.hair,
    borderWidth: 1,
    borderRadius: radius.card,
    borderColor: c.line,
    backgroundColor: c.surface,
    alignSelf: 'flex-start',
  },
  own: { alignSelf: 'flex-end', backgroundColor: c.sunken, borderColor: c.sunken },
}))

/** One message of a conversation. One's own stand on the other side. */
export function Bubble({ own, children }: { own: boolean; children: ReactNode }) {
  const styles = useStyles()
  return (
    <View role="listitem" style={[styles.bubble, own && styles.own]}>
      {children}
    </View>
  )
}

/** The oldest first. Screen readers announce what is added. */
export function Bubbles({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View aria-live="polite">
      <View role="list" aria-label={label} style={listStyle}>
        {children}
      </View>
    </View>
  )
}

const listStyle = { gap: space.sm } as const
