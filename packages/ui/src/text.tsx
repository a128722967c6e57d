import type { ReactNode } from 'react'
import { Text as NativeText } from 'react-native'
import { fonts } from './theme/platform'
import { lineHeights, fontSizes, fontWeights } from './theme/theme'
import { themed } from './theme/themed'

const line = (size: number, by: number) => ({ fontSize: size, lineHeight: Math.round(size * by) })

const useTones = themed((c) => ({
  ink: { color: c.ink },
  quiet: { color: c.quiet },
  brand: { color: c.brand },
  leaf: { color: c.leaf },
  sky: { color: c.sky },
  sun: { color: c.sun },
  danger: { color: c.danger },
  onBrand: { color: c.onBrand },
  onDanger: { color: c.onDanger },
  page: { color: c.page },
}))

const useSizes = themed(() => ({
  fine: line(fontSizes.fine, lineHeights.text),
  small: line(fontSizes.small, lineHeights.text),
  body: line(fontSizes.body, lineHeights.text),
  lead: line(fontSizes.lead, lineHeights.text),
  figure: line(fontSizes.title, lineHeights.title),
}))

const useWeights = themed(() => ({
  regular: { fontWeight: fontWeights.regular },
  medium: { fontWeight: fontWeights.medium },
  strong: { fontWeight: fontWeights.strong },
}))

const useForms = themed(() => ({
  text: { fontFamily: fonts.text },
  tabular: { fontVariant: ['tabular-nums'] },
  strikethrough: { textDecorationLine: 'line-through' },
  start: { textAlign: 'left' },
  center: { textAlign: 'center' },
  end: { textAlign: 'right' },
}))

export type TextTone = keyof ReturnType<typeof useTones>

export type TextProps = {
  children: ReactNode
  size?: keyof ReturnType<typeof useSizes>
  tone?: TextTone
  weight?: keyof ReturnType<typeof useWeights>
  align?: 'start' | 'center' | 'end'
  /** Digits of one width, for prices, times and columns. */
  tabular?: boolean
  strikethrough?: boolean
  lines?: number
  id?: string
}

export function Text(props: TextProps) {
  const {
    children,
    size = 'body',
    tone = 'ink',
    weight: heavy = 'regular',
    align,
    tabular,
    strikethrough,
    lines,
    id,
  } = props
  const [tones, sizes, weights, forms] = [useTones(), useSizes(), useWeights(), useForms()]
  const style = [forms.text, sizes[size], tones[tone], weights[heavy], align && forms[align]]
  return (
    <NativeText
      style={[style, tabular && forms.tabular, strikethrough && forms.strikethrough]}
      {...(lines ? { numberOfLines: lines } : {})}
      {...(id ? { id } : {})}
    >
      {children}
    </NativeText>
  )
}
