import type { Ref } from 'react'
import type { BasisPoints } from '@buy-locals/values/money'
import { NumberField } from '@buy-locals/ui/number-field'

type PercentFieldProps = {
  label: string
  hint?: string
  error?: string | undefined
  value?: BasisPoints | undefined
  onChange?: (value: BasisPoints | undefined) => void
  onBlur?: () => void
  ref?: Ref<{ focus: () => void }>
}

const toBasisPoints = (percent: number): BasisPoints => Math.round(percent / 0.01)

/** Shown as a percentage, kept in basis points. */
export function PercentField({ value, onChange, ...field }: PercentFieldProps) {
  const write = (percent: number | undefined) => onChange?.(percent === undefined ? undefined : toBasisPoints(percent))
  const shown = value === undefined ? undefined : value / 100
  return <NumberField {...field} unit="%" min={0} max={100} decimals={2} value={shown} onChange={write} />
}
