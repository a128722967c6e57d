import type { ViewStyle } from 'react-native'

/** Not seen and not focused, and still laid out: it keeps where it was scrolled to. */
export const hiddenStyle = { visibility: 'hidden' } as ViewStyle
