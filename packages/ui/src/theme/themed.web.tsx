import { StyleSheet } from 'react-native'
import { cssName } from './css'
import { light, type Colors } from './theme'

const variables = Object.fromEntries(Object.keys(light).map((token) => [token, `var(${cssName(token)})`]))
const colors: Colors = { ...light, ...variables }

export const useColors = (): Colors => colors

/** The browser resolves the variables, so one sheet serves light and dark. */
export function themed<S extends StyleSheet.NamedStyles<S>>(make: (colors: Colors) => S): () => S {
  const styles = StyleSheet.create(make(colors))
  return () => styles
}
