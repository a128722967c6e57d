import { useSyncExternalStore } from 'react'
import { useAnchor } from '../links/links'
import { domStyle } from '../theme/dom-style'
import { themed } from '../theme/themed'
import type { PressProps } from './props'

const useStyles = themed(() => ({ press: { display: 'flex', position: 'relative' } }))

const subscribeToNothing = () => () => {}
/** The page of the server is seen before its scripts have loaded. Until then a button would do nothing, and one that submits would write the form into the address. */
const useIsHydrated = () => useSyncExternalStore(subscribeToNothing, () => true, () => false) // prettier-ignore

export function Press(props: PressProps) {
  const { children, label, disabled, busy, pressed, expanded, current, style } = props
  const Anchor = useAnchor()
  const isHydrated = useIsHydrated()
  const shared = { ...domStyle(useStyles().press, style), 'data-press': '', 'aria-label': label }
  if (props.href !== undefined && !disabled) {
    return (
      <Anchor {...shared} href={props.href} aria-current={current ? 'page' : undefined}>
        {children}
      </Anchor>
    )
  }
  return (
    <button
      {...shared}
      type={'submit' in props ? 'submit' : 'button'}
      disabled={disabled || !isHydrated}
      aria-busy={busy}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-haspopup={props.opensDialog ? 'dialog' : undefined}
      aria-current={current ? 'true' : undefined}
      onClick={busy ? undefined : props.onPress}
    >
      {children}
    </button>
  )
}
