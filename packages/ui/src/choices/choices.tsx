import { Pressable, ScrollView, View } from 'react-native'
import type { ChoiceProps, ChoicesProps } from './props'

export function Choices({ label, horizontal, style, children }: ChoicesProps) {
  const group = (
    <View role="radiogroup" aria-label={label} style={style}>
      {children}
    </View>
  )
  if (!horizontal) return group
  return (
    <ScrollView horizontal showsHorizontalScrollIndicator={false}>
      {group}
    </ScrollView>
  )
}

export function Choice({ id, label, chosen, unavailable = false, style, onChoose, children }: ChoiceProps) {
  return (
    <Pressable
      role="radio"
      aria-label={label}
      aria-checked={chosen}
      aria-disabled={unavailable}
      disabled={unavailable}
      style={style}
      onPress={() => onChoose(id)}
    >
      {children}
    </Pressable>
  )
}
