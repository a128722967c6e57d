import { useState } from 'react'
import { decimal, fromDecimal, type Currency, type Money } from '@buy-locals/values/money'
import { TextField } from '@buy-locals/ui/text-field'
import type { Ref } from 'react'

type MoneyFieldProps = {
  label: string
  currency: Currency
  hint?: string
  error?: string | undefined
  value?: Money | undefined
  onChange?: (value: Money | undefined) => void
  onBlur?: () => void
  ref?: Ref<{ focus: () => void }>
}

/** An amount as people type it, with the currency beside it. */
export function MoneyField({ currency, value, onChange, onBlur, ...field }: MoneyFieldProps) {
  const [typed, setTyped] = useState<string>()
  const shown = value ? decimal(value) : ''
  function write(text: string) {
    setTyped(text)
    onChange?.(fromDecimal(text.replace(',', '.'), currency))
  }
  function leave() {
    if (value) setTyped(undefined)
    onBlur?.()
  }
  return <TextField {...field} kind="number" unit={currency} value={typed ?? shown} onChange={write} onBlur={leave} />
}
