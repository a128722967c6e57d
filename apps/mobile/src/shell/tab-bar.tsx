import { BottomTabBar } from 'expo-router/tabs'
import type { ComponentProps } from 'react'
import { View } from 'react-native'

type TabBarProps = { label: string; bar: ComponentProps<typeof BottomTabBar> }

/** Screen readers find it by its landmark. */
export function TabBar({ label, bar }: TabBarProps) {
  return (
    <View role="navigation" aria-label={label}>
      <BottomTabBar {...bar} />
    </View>
  )
}
