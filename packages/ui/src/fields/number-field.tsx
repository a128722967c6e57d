import { useState } from 'react'
import type { NumberFieldProps } from './props'
import { TextField } from './text-field'
import { useValue } from './use-value'

/** Reads what a person typed; half of the world writes a comma for the decimal point. */
function readNumber(text: string, decimals: number): number | undefined {
  const plain = text.trim().replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined
  return Number(Number(plain).toFixed(decimals))
}

const clamp = (value: number, min = -Infinity, max = Infinity) => Math.min(max, Math.max(min, value))

const shown = (value: number | undefined) => (value === undefined ? '' : String(value))

/** A number that is typed freely and put in bounds when the field is left. */
export function NumberField(props: NumberFieldProps) {
  const { defaultValue, onChange, onBlur, min, max, decimals = 0, ...field } = props
  const [typed, setTyped] = useState<string>()
  const [current, change] = useValue<number | undefined>(props)

  function leave() {
    const number = typed === undefined ? current : readNumber(typed, decimals)
    if (typed !== undefined) change(number === undefined ? undefined : clamp(number, min, max))
    setTyped(undefined)
    onBlur?.()
  }
  function write(text: string) {
    setTyped(text)
    change(readNumber(text, decimals))
  }
  return <TextField {...field} kind="number" value={typed ?? shown(current)} onChange={write} onBlur={leave} />
}
