import { SelectField } from '@buy-locals/ui/select-field'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDuration } from '@buy-locals/features/time/format-time'
import type { Ref } from 'react'

type MinutesFieldProps = {
  label: string
  hint?: string
  error?: string | undefined
  choices: readonly number[]
  /** What nought is called. */
  none?: string
  value?: number | undefined
  onChange?: (value: number) => void
  onBlur?: () => void
  ref?: Ref<{ focus: () => void }>
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
