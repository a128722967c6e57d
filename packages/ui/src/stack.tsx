import type { ReactNode } from 'react'
import { View, type ViewStyle } from 'react-native'
import { space } from './theme/theme'
import { themed } from './theme/themed'

const useGaps = themed(() => ({
  none: { gap: 0 },
  hair: { gap: space.hair },
  xs: { gap: space.xs },
  sm: { gap: space.sm },
  md: { gap: space.md },
  lg: { gap: space.lg },
  xl: { gap: space.xl },
  xxl: { gap: space.xxl },
  huge: { gap: space.huge },
}))

const useStyles = themed(() => ({
  row: { flexDirection: 'row' },
  wrap: { flexWrap: 'wrap' },
  grow: { flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 0 },
}))

const places = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  stretch: 'stretch',
  baseline: 'baseline',
} as const
const spread = { start: 'flex-start', center: 'center', end: 'flex-end', between: 'space-between' } as const

export type StackProps = {
  children: ReactNode
  gap?: keyof ReturnType<typeof useGaps>
  align?: keyof typeof places
  justify?: keyof typeof spread
  wrap?: boolean
  /** Takes the room that is left beside its neighbours. */
  grow?: boolean
}

function useStack({ gap = 'md', align, justify, wrap, grow }: StackProps): (ViewStyle | false | undefined)[] {
  const [gaps, styles] = [useGaps(), useStyles()]
  const place = { ...(align && { alignItems: places[align] }), ...(justify && { justifyContent: spread[justify] }) }
  return [gaps[gap], wrap && styles.wrap, grow && styles.grow, place]
}

/** One under the other. */
export function Stack(props: StackProps) {
  return <View style={useStack(props)}>{props.children}</View>
}

/** Side by side. */
export function Row({ align = 'center', ...props }: StackProps) {
  return <View style={[useStyles().row, useStack({ ...props, align })]}>{props.children}</View>
}
