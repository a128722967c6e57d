import { createContext, useContext, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { look } from '../theme/look'
import { themed } from '../theme/themed'
import { nextFocus } from './keys'
import type { ChoiceProps, ChoicesProps } from './props'

type Tabbing = { stop: string | undefined; focused: (id: string) => void }
const Roving = createContext<Tabbing>({ stop: undefined, focused: () => {} })

const useStyles = themed(() => ({ choice: { display: 'flex', position: 'relative' } }))

function move(event: KeyboardEvent<HTMLElement>) {
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

/** One stop for Tab. Arrows move the focus without choosing, Enter and Space choose. */
export function Choices({ label, selected, first, sideways, style, children }: ChoicesProps) {
  const [focused, setFocused] = useState<string>()
  const group = useRef<HTMLDivElement>(null)
  const stop = focused ?? selected ?? first

  useEffect(() => {
    const box = group.current
    const chosen = sideways && box?.querySelector<HTMLElement>('[aria-checked=true]')
    if (box && chosen) box.scrollLeft = chosen.offsetLeft - (box.clientWidth - chosen.offsetWidth) / 2
  }, [sideways, selected])

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      data-scroll={sideways ? '' : undefined}
      {...look(style)}
      onKeyDown={move}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setFocused(undefined)}
    >
      <Roving value={{ stop, focused: setFocused }}>{children}</Roving>
    </div>
  )
}

export function Choice({ id, label, chosen, unavailable, style, onChoose, children }: ChoiceProps) {
  const { stop, focused } = useContext(Roving)
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
      {...look(useStyles().choice, style)}
    >
      {children}
    </button>
  )
}
