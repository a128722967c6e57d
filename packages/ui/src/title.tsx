import type { ReactNode } from 'react'
import { Text } from 'react-native'
import { fonts, shrinking } from './theme/platform'
import { lineHeights, fontSizes, fontWeights } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => {
  const title = (size: number) => ({
    ...shrinking,
    color: c.ink,
    maxWidth: '100%' as const, // beside a badge, in a row that wraps, a long word breaks too
    fontFamily: fonts.titles,
    fontWeight: fontWeights.strong,
    fontSize: size,
    lineHeight: Math.round(size * lineHeights.title),
    letterSpacing: size > fontSizes.title ? -0.4 : -0.1,
  })
  return {
    display: title(fontSizes.display),
    page: title(fontSizes.page),
    title: title(fontSizes.title),
    lead: title(fontSizes.lead),
    body: title(fontSizes.body),
    center: { textAlign: 'center' as const },
  }
})

type Size = Exclude<keyof ReturnType<typeof useStyles>, 'center'>
const defaultSizes = { 1: 'page', 2: 'title', 3: 'lead', 4: 'body' } as const satisfies Record<number, Size>

/** `level` is the place of the heading in the outline of the page, `size` only how large it looks. */
export type TitleProps = {
  children: ReactNode
  level: 1 | 2 | 3 | 4
  size?: Size
  id?: string
  lines?: number
  centered?: boolean
}

export function Title({ children, level, size = defaultSizes[level], id, lines, centered }: TitleProps) {
  const styles = useStyles()
  const heading = { role: 'heading', 'aria-level': level } as const
  return (
    <Text
      {...heading}
      style={[styles[size], centered && styles.center]}
      {...(id ? { id } : {})}
      {...(lines ? { numberOfLines: lines } : {})}
    >
      {children}
    </Text>
  )
}
