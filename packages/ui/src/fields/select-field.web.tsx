import type { Ref } from 'react'
import { look } from '../theme/look'
import { Frame, useFieldIds } from './frame'
import type { SelectFieldProps } from './props'
import { useFieldStyles } from './styles'

export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optional, options, onChange, ref, ...select } = props
  const styles = useFieldStyles()
  const { id, control } = useFieldIds(props)
  return (
    <Frame id={id} label={label} optional={optional} hint={hint} error={error}>
      <select
        {...select}
        {...control}
        {...look(styles.control, error ? styles.wrong : null, select.disabled ? styles.off : null)}
        data-control=""
        ref={ref as Ref<HTMLSelectElement>}
        onChange={(event) => onChange?.(event.target.value)}
      >
        {options.map(({ value, label: words, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {words}
          </option>
        ))}
      </select>
    </Frame>
  )
}
