import type { Ref } from 'react'
import { Icon } from '../icon/icon'
import { domStyle } from '../theme/dom-style'
import { FieldFrame, useFieldIds } from './field-frame'
import type { SelectFieldProps } from './props'
import { useFieldStyles } from './styles'

export function SelectField(props: SelectFieldProps) {
  const { label, hint, error: _, optional, options, onChange, ref, ...select } = props
  const styles = useFieldStyles()
  const { id, control, error, changed } = useFieldIds(props)
  return (
    <FieldFrame id={id} label={label} optional={optional} hint={hint} error={error} changed={changed}>
      <div style={{ position: 'relative' }}>
        <select
          {...select}
          {...control}
          {...domStyle(
            styles.control,
            styles.select,
            error ? styles.invalid : null,
            select.disabled ? styles.disabled : null,
          )}
          data-control="select"
          ref={ref as Ref<HTMLSelectElement>}
          onChange={(event) => onChange?.(event.target.value)}
        >
          {options.map(({ value, label: text, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
        <span style={{ position: 'absolute', right: 12, top: 14, pointerEvents: 'none' }}>
          <Icon decorative name="chevron-down" />
        </span>
      </div>
    </FieldFrame>
  )
}
