import { Pressable } from 'react-native'
import { useFollow } from '../links/links'
import type { PressProps } from './props'

export function Press(props: PressProps) {
  const { children, label, disabled = false, busy, pressed, expanded, current, style } = props
  const follow = useFollow()
  const act = busy ? undefined : props.onPress
  const press = props.href === undefined ? act : () => follow(props.href)
  return (
    <Pressable
      role={props.href === undefined ? 'button' : 'link'}
      aria-label={label}
      aria-busy={busy}
      aria-expanded={expanded}
      aria-selected={pressed ?? current}
      disabled={disabled}
      onPress={press ?? null}
      style={(touch) => [style, touch.pressed && { opacity: 0.75 }]}
    >
      {children}
    </Pressable>
  )
}
