import type { ReactNode } from 'react'
import { View, type ViewStyle } from 'react-native'
import { imageName } from './props'

type PictureProps = { label: string | undefined; style?: ViewStyle; children: ReactNode }

/** A phone reads the name of a view, and not that of a drawing in it. */
export function Picture({ label, style, children }: PictureProps) {
  if (label === undefined) return children
  return (
    <View accessible {...imageName(label)} style={style}>
      {children}
    </View>
  )
}
