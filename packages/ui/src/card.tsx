import type { ReactNode } from 'react'
import { View } from 'react-native'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  card: {
    position: 'relative',
    borderRadius: radius.card,
    borderWidth: 1,
    borderColor: c.line,
    backgroundColor: c.surface,
    overflow: 'hidden',
  },
  sunken: { backgroundColor: c.sunken, borderColor: c.sunken },
  body: { padding: space.lg, gap: space.sm },
}))

export type CardProps = {
  children: ReactNode
  /** Fills the upper edge of the card. */
  picture?: ReactNode
  /** For what belongs beside the main content. */
  sunken?: boolean
  label?: string
}

/** With a stretched link in it, the whole card can be pressed. */
export function Card({ children, picture, sunken, label }: CardProps) {
  const styles = useStyles()
  const named = label ? ({ role: 'article', 'aria-label': label } as const) : {}
  return (
    <View style={[styles.card, sunken && styles.sunken]} {...named} {...{ dataSet: { card: '' } }}>
      {picture}
      <View style={styles.body}>{children}</View>
    </View>
  )
}
