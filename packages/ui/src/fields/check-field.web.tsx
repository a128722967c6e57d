import type { Ref } from 'react'
import { Text } from '../text'
import { domStyle } from '../theme/dom-style'
import { FieldMessages, useFieldIds } from './field-frame'
import type { CheckFieldProps } from './props'
import { useFieldStyles } from './styles'

export function CheckField(props: CheckFieldProps) {
  const { label, hint, error: _, value, defaultValue, onChange, ref, ...input } = props
  const styles = useFieldStyles()
  const { id, control, error, changed } = useFieldIds(props)
  return (
    <div onChange={changed}>
      <label htmlFor={id} {...domStyle(styles.check)}>
        <input
          {...input}
          {...control}
          type="checkbox"
          checked={value}
          defaultChecked={defaultValue}
          ref={ref as Ref<HTMLInputElement>}
          onChange={(event) => onChange?.(event.target.checked)}
          style={{ width: 22, height: 22, flexShrink: 0, marginTop: 2 }}
        />
        <Text>{label}</Text>
      </label>
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  )
}
