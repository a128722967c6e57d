import { useState } from 'react'
import type { NumberFieldProps } from './props'
import { TextField } from './text-field'
import { useValue } from './use-value'

/** Half of the world writes a comma for the decimal point. */
function readNumber(text: string, decimals: number): number | undefined {
  const plain = text.trim().replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined
  return Number(Number(plain).toFixed(decimals))
}

const clamp = (value: number, min = -Infinity, max = Infinity) => Math.min(max, Math.max(min, value))

const toText = (value: number | undefined) => (value === undefined ? '' : String(value))

/** Whatever is typed stays until the field is left; then the number is put in bounds. */
export function NumberField(props: NumberFieldProps) {
  const { defaultValue, onChange, onBlur, min, max, decimals = 0, ...field } = props
  const [typed, setTyped] = useState<string>()
  const [current, change] = useValue<number | undefined>(props)

  function finish() {
    const number = typed === undefined ? current : readNumber(typed, decimals)
    if (typed !== undefined) change(number === undefined ? undefined : clamp(number, min, max))
    setTyped(undefined)
    onBlur?.()
  }
  function type(text: string) {
    setTyped(text)
    change(readNumber(text, decimals))
  }
  return <TextField {...field} kind="number" value={typed ?? toText(current)} onChange={type} onBlur={finish} />
}
