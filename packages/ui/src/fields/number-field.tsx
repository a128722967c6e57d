import { useState } from 'react'
import { useUiMessages } from '../ui-messages'
import type { NumberFieldProps } from './props'
import { TextField } from './text-field'
import { useValue } from './use-value'

/** Half of the world writes a comma for the decimal point, and a percentage may be written with its sign. NaN of what cannot be read, so that no form takes it for a field that was left empty. */
function readNumber(text: string, decimals: number): number | undefined {
  if (!text.trim()) return undefined
  const plain = text.replaceAll(/[\s%]/g, '').replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return NaN
  return Number(Number(plain).toFixed(decimals))
}

const clamp = (value: number, min = -Infinity, max = Infinity) => Math.min(max, Math.max(min, value))

const toText = (value: number | undefined) => (value === undefined ? '' : String(value))

/** Whatever is typed stays until the field is left; then the number is put in bounds. What is no number stays, so that it can be mended. */
export function NumberField(props: NumberFieldProps) {
  const { defaultValue, onChange, onBlur, min, max, decimals = 0, error, ...field } = props
  const { badNumber } = useUiMessages()
  const [wasLeft, setLeft] = useState(false)
  const [typed, setTyped] = useState<string>()
  const [current, change] = useValue<number | undefined>(props)

  function finish() {
    const number = typed === undefined ? current : readNumber(typed, decimals)
    if (typed !== undefined) change(number === undefined ? undefined : clamp(number, min, max))
    if (!Number.isNaN(number)) setTyped(undefined)
    setLeft(true)
    onBlur?.()
  }
  function type(text: string) {
    setTyped(text)
    setLeft(false)
    change(readNumber(text, decimals))
  }
  const isUnreadable = typed !== undefined && Number.isNaN(readNumber(typed, decimals))
  return (
    <TextField
      {...field}
      kind="number"
      error={isUnreadable && (error || wasLeft) ? badNumber : error}
      value={typed ?? toText(current)}
      onChange={type}
      onBlur={finish}
    />
  )
}
