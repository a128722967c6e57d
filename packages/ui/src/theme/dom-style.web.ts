import type { CSSProperties } from 'react'
import { StyleSheet, type StyleProp, type TextStyle, type ViewStyle } from 'react-native'

type DomStyle = { className: string; style?: CSSProperties | undefined }
type ResolveStyles = (styles: unknown, options: { writingDirection: 'ltr' }) => [string, CSSProperties | null]

/** React Native styles as the properties of a plain element. The StyleSheet of react-native-web is a function, though its types do not say so. */
export function domStyle(...styles: readonly StyleProp<ViewStyle | TextStyle>[]): DomStyle {
  const [className, style] = (StyleSheet as unknown as ResolveStyles)(styles, { writingDirection: 'ltr' })
  return { className, style: style ?? undefined }
}
