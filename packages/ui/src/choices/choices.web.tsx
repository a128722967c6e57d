import { createContext, useContext, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { domStyle } from '../theme/dom-style'
import { themed } from '../theme/themed'
import { nextFocus } from './keys'
import type { ChoiceProps, ChoicesProps } from './props'

type TabStop = { stop: string | undefined; focused: (id: string) => void }
const RovingContext = createContext<TabStop>({ stop: undefined, focused: () => {} })

const useStyles = themed(() => ({ choice: { display: 'flex', position: 'relative' } }))

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
  const at = choices.findIndex((choice) => choice === event.target)
  const to = nextFocus(
    event.key,
    at,
    choices.map((choice) => choice.getBoundingClientRect()),
  )
  if (at < 0 || to === undefined) return
  event.preventDefault()
  choices[to]?.focus()
}

/** Tab stops once. The arrow keys move the focus without choosing; Enter and Space choose. */
export function Choices({ label, selected, initialFocus, horizontal, style, children }: ChoicesProps) {
  const [focused, setFocused] = useState<string>()
  const group = useRef<HTMLDivElement>(null)
  const stop = focused ?? selected ?? initialFocus

  useEffect(() => {
    const box = group.current
    const chosen = horizontal && box?.querySelector<HTMLElement>('[aria-checked=true]')
    if (box && chosen) box.scrollLeft = chosen.offsetLeft - (box.clientWidth - chosen.offsetWidth) / 2
  }, [horizontal, selected])

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      data-scroll={horizontal ? '' : undefined}
      {...domStyle(style)}
      onKeyDown={moveFocus}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setFocused(undefined)}
    >
      <RovingContext value={{ stop, focused: setFocused }}>{children}</RovingContext>
    </div>
  )
}

export function Choice({ id, label, chosen, unavailable, style, onChoose, children }: ChoiceProps) {
  const { stop, focused } = useContext(RovingContext)
  return (
    <button
      type="button"
      role="radio"
      data-press=""
      aria-label={label}
      aria-checked={chosen}
      aria-disabled={unavailable}
      tabIndex={stop === id ? 0 : -1}
      onFocus={() => focused(id)}
      onClick={unavailable ? undefined : () => onChoose(id)}
      {...domStyle(useStyles().choice, style)}
    >
      {children}
    </button>
  )
}
