import { useState } from 'react'
import type { NumberFieldProps } from './props'
import { TextField } from './text-field'

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
  const { value, defaultValue, onChange, onBlur, min, max, decimals = 0, ...field } = props
  const [typed, setTyped] = useState<string>()
  const [kept, setKept] = useState(defaultValue)
  const current = 'value' in props ? value : kept

  function change(next: number | undefined) {
    setKept(next)
    onChange?.(next)
  }
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
