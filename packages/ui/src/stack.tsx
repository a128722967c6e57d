import type { ReactNode } from 'react'
import { View, type ViewStyle } from 'react-native'
import { namesIn, space, stylesFor } from './theme/theme'
import { themed } from './theme/themed'

const alignments = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  stretch: 'stretch',
  baseline: 'baseline',
} as const
const justifications = { start: 'flex-start', center: 'center', end: 'flex-end', between: 'space-between' } as const

const gaps = { none: 0, ...space }
const useGaps = themed(() => stylesFor(namesIn(gaps), (name) => ({ gap: gaps[name] })))

const useStyles = themed(() => ({
  row: { flexDirection: 'row' },
  wrap: { flexWrap: 'wrap' },
  grow: { flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 0 },
}))
// Of no sheet: nothing a page says of its own outweighs them.
const aligned = stylesFor(namesIn(alignments), (name) => ({ alignItems: alignments[name] }))
const justified = stylesFor(namesIn(justifications), (name) => ({ justifyContent: justifications[name] }))

export type StackProps = {
  children: ReactNode
  gap?: keyof typeof gaps
  align?: keyof typeof alignments
  justify?: keyof typeof justifications
  wrap?: boolean
  /** Takes the room that its neighbors leave. */
  grow?: boolean
}

function useStack({ gap = 'md', align, justify, wrap, grow }: StackProps): (ViewStyle | false | undefined)[] {
  const [gapStyles, styles] = [useGaps(), useStyles()]
  return [
    gapStyles[gap],
    wrap && styles.wrap,
    grow && styles.grow,
    align && aligned[align],
    justify && justified[justify],
  ]
}

/** Its children stand one under the other. */
export function Stack(props: StackProps) {
  return <View style={useStack(props)}>{props.children}</View>
}

/** Its children stand side by side. */
export function Row({ align = 'center', ...props }: StackProps) {
  return <View style={[useStyles().row, useStack({ ...props, align })]}>{props.children}</View>
}
