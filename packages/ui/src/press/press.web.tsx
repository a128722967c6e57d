import { useAnchor } from '../links/links'
import { look } from '../theme/look'
import { themed } from '../theme/themed'
import type { PressProps } from './props'

const useStyles = themed(() => ({ press: { display: 'flex', position: 'relative' } }))

export function Press(props: PressProps) {
  const { children, label, disabled, busy, pressed, expanded, current, style } = props
  const Anchor = useAnchor()
  const dressed = { ...look(useStyles().press, style), 'data-press': '', 'aria-label': label }
  if (props.href !== undefined && !disabled) {
    return (
      <Anchor {...dressed} href={props.href} aria-current={current ? 'page' : undefined}>
        {children}
      </Anchor>
    )
  }
  return (
    <button
      {...dressed}
      type={'submit' in props ? 'submit' : 'button'}
      disabled={disabled}
      aria-busy={busy}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-current={current ? 'true' : undefined}
      onClick={busy ? undefined : props.onPress}
    >
      {children}
    </button>
  )
}
