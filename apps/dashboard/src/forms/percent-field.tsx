import type { Ref } from 'react'
import type { BasisPoints } from '@buy-locals/values/money'
import { NumberField } from '@buy-locals/ui/number-field'
import { pointsOf } from '../messages/percent'

type PercentFieldProps = {
  label: string
  hint?: string
  error?: string | undefined
  value?: BasisPoints | undefined
  onChange?: (value: BasisPoints | undefined) => void
  onBlur?: () => void
  ref?: Ref<{ focus: () => void }>
}

/** Shown as a percentage, kept in basis points. */
export function PercentField({ value, onChange, ...field }: PercentFieldProps) {
  const write = (percent: number | undefined) => onChange?.(percent === undefined ? undefined : pointsOf(percent))
  const shown = value === undefined ? undefined : value / 100
  return <NumberField {...field} unit="%" min={0} max={100} decimals={2} value={shown} onChange={write} />
}
