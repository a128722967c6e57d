import { StyleSheet, useColorScheme } from 'react-native'
import { dark, light, type Colors } from './theme'

export const useColors = (): Colors => (useColorScheme() === 'dark' ? dark : light)

/** Styles that follow the color scheme. Both sheets are made once, not by each component. */
export function themed<S extends StyleSheet.NamedStyles<S>>(make: (colors: Colors) => S): () => S {
  const sheets = { light: StyleSheet.create(make(light)), dark: StyleSheet.create(make(dark)) }
  return () => sheets[useColorScheme() === 'dark' ? 'dark' : 'light']
}
