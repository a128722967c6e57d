import type { CSSProperties } from 'react'
import { StyleSheet, type StyleProp, type TextStyle, type ViewStyle } from 'react-native'

type DomStyle = { className: string; style?: CSSProperties | undefined }
type ResolveStyles = (styles: unknown, options: { writingDirection: 'ltr' }) => [string, CSSProperties | null]
type Combination = { next: WeakMap<object, Combination>; found?: DomStyle }

const combinations: Combination = { next: new WeakMap() }

/** React Native styles as the properties of a plain element, found once for each way to put sheets' styles together. */
export function domStyle(...styles: readonly StyleProp<ViewStyle | TextStyle>[]): DomStyle {
  let way = combinations
  for (const style of (styles as readonly unknown[]).flat(Infinity)) {
    if (typeof style !== 'object' || style === null) continue
    const next = way.next.get(style) ?? { next: new WeakMap() }
    way.next.set(style, next)
    way = next
  }
  return (way.found ??= resolve(styles))
}

/** The StyleSheet of react-native-web is a function, though its types do not say so. */
function resolve(styles: readonly unknown[]): DomStyle {
  const [className, style] = (StyleSheet as unknown as ResolveStyles)(styles, { writingDirection: 'ltr' })
  return { className, style: style ?? undefined }
}
