import type { ViewStyle } from 'react-native'

/** Not seen, and still laid out: it keeps where it was scrolled to. */
export const hiddenStyle: ViewStyle = { opacity: 0 }
