import type { ReactNode } from 'react'
import { Text } from 'react-native'
import { fonts } from './theme/fonts'
import { leading, type, weight } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => {
  const title = (size: number) => ({
    color: c.ink,
    fontFamily: fonts.titles,
    fontWeight: weight.strong,
    fontSize: size,
    lineHeight: Math.round(size * leading.title),
    letterSpacing: size > type.title ? -0.4 : -0.1,
  })
  return {
    display: title(type.display),
    page: title(type.page),
    title: title(type.title),
    lead: title(type.lead),
    body: title(type.body),
  }
})

type Size = keyof ReturnType<typeof useStyles>
const usual = { 1: 'page', 2: 'title', 3: 'lead', 4: 'body' } as const satisfies Record<number, Size>

/** A heading. `level` is its place in the page's outline, `size` only how large it looks. */
export type TitleProps = { children: ReactNode; level: 1 | 2 | 3 | 4; size?: Size; id?: string; lines?: number }

export function Title({ children, level, size = usual[level], id, lines }: TitleProps) {
  const styles = useStyles()
  const outline = { role: 'heading', 'aria-level': level } as const
  return (
    <Text {...outline} style={styles[size]} {...(id ? { id } : {})} {...(lines ? { numberOfLines: lines } : {})}>
      {children}
    </Text>
  )
}
