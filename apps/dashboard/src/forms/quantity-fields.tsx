import { useState, type Ref } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { useT } from '../messages/use-t'
import { formatDuration } from '@buy-locals/values/format-time'
import { NumberField } from '@buy-locals/ui/number-field'
import { SelectField } from '@buy-locals/ui/select-field'
import { TextField } from '@buy-locals/ui/text-field'
import { decimal, readMoney, type BasisPoints, type Currency, type Money } from '@buy-locals/values/money'

type QuantityProps<Value, Emptied = Value> = {
  label: string
  hint?: string
  error?: string | undefined
  value?: Value | undefined
  onChange?: (value: Emptied) => void
  onBlur?: () => void
  ref?: Ref<{ focus: () => void }>
}

type MoneyFieldProps = QuantityProps<Money, Money | undefined> & { currency: Currency }

/** An amount as people type it, with the currency beside it. NaN of what cannot be read, so that no form takes it for a field that was left empty. */
export function MoneyField({ currency, value, error, onChange, onBlur, ...field }: MoneyFieldProps) {
  const t = useT()
  const [typed, setTyped] = useState<string>()
  const isUnreadable = Number.isNaN(value?.amount)
  function change(text: string) {
    setTyped(text)
    onChange?.(text.trim() ? (readMoney(text, currency) ?? { amount: NaN, currency }) : undefined)
  }
  function leave() {
    if (value && !isUnreadable) setTyped(undefined)
    onBlur?.()
  }
  const formatted = value && !isUnreadable ? decimal(value) : ''
  return (
    <TextField
      {...field}
      kind="number"
      unit={currency}
      error={isUnreadable && error ? t('field.amount') : error}
      value={typed ?? formatted}
      onChange={change}
      onBlur={leave}
    />
  )
}

/** Basis points of a percentage that somebody typed. */
const toBasisPoints = (percent: number): BasisPoints => Math.round(percent / 0.01)

/** Shown as a percentage, kept in basis points. */
export function PercentField({ value, onChange, ...field }: QuantityProps<BasisPoints, BasisPoints | undefined>) {
  const change = (percent: number | undefined) => onChange?.(percent === undefined ? undefined : toBasisPoints(percent))
  const percent = value === undefined ? undefined : value / 100
  return <NumberField {...field} unit="%" min={0} max={100} decimals={2} value={percent} onChange={change} />
}

type MinutesFieldProps = QuantityProps<number> & {
  choices: readonly number[]
  /** The label of no minutes. */
  none?: string
}

/** A length of time from the usual ones; one that is set already stays among them. */
export function MinutesField({ choices, none, value = 0, onChange, ...field }: MinutesFieldProps) {
  const i18n = useI18n()
  const all = [...new Set([...choices, value])].toSorted((a, b) => a - b)
  const label = (minutes: number) => (minutes === 0 && none ? none : formatDuration(i18n, minutes))
  return (
    <SelectField
      {...field}
      value={String(value)}
      onChange={(text) => onChange?.(Number(text))}
      options={all.map((minutes) => ({ value: String(minutes), label: label(minutes) }))}
    />
  )
}
