import type { ReactNode } from 'react'
import { Text as NativeText } from 'react-native'
import { fonts, shrinking } from './theme/platform'
import { fontSizes, fontWeights, lineHeights, namesIn, stylesFor } from './theme/theme'
import { themed } from './theme/themed'

const sizeStyle = (size: number, by: number) => ({ fontSize: size, lineHeight: Math.round(size * by) })

const tones = ['ink', 'quiet', 'brand', 'leaf', 'sky', 'sun', 'danger', 'onBrand', 'onDanger', 'page'] as const
export type TextTone = (typeof tones)[number]

const useTones = themed((c) => stylesFor(tones, (tone) => ({ color: c[tone] })))

const useSizes = themed(() => ({
  fine: sizeStyle(fontSizes.fine, lineHeights.text),
  small: sizeStyle(fontSizes.small, lineHeights.text),
  body: sizeStyle(fontSizes.body, lineHeights.text),
  lead: sizeStyle(fontSizes.lead, lineHeights.text),
  figure: sizeStyle(fontSizes.title, lineHeights.title),
}))

const useWeights = themed(() => stylesFor(namesIn(fontWeights), (name) => ({ fontWeight: fontWeights[name] })))

const useTextStyles = themed(() => ({
  text: { fontFamily: fonts.text, ...shrinking },
  tabular: { fontVariant: ['tabular-nums'] },
  strikethrough: { textDecorationLine: 'line-through' },
  start: { textAlign: 'left' },
  center: { textAlign: 'center' },
  end: { textAlign: 'right' },
}))

export type TextProps = {
  children: ReactNode
  size?: keyof ReturnType<typeof useSizes>
  tone?: TextTone
  weight?: keyof typeof fontWeights
  align?: 'start' | 'center' | 'end'
  /** Digits of one width, for prices, times and columns. */
  tabular?: boolean
  strikethrough?: boolean
  lines?: number
  id?: string
}

export function Text(props: TextProps) {
  const { children, size = 'body', tone = 'ink', weight = 'regular', align, tabular, strikethrough, lines, id } = props
  const [toneStyles, sizes, weights, forms] = [useTones(), useSizes(), useWeights(), useTextStyles()]
  const style = [forms.text, sizes[size], toneStyles[tone], weights[weight], align && forms[align]]
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
