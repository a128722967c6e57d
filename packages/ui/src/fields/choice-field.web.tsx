import { useState, type Ref } from 'react'
import { Text } from '../text'
import { domStyle } from '../theme/dom-style'
import { FieldGroup, useFieldIds } from './field-frame'
import type { ChoiceFieldProps } from './props'
import { useFieldStyles } from './styles'

/** A few answers side by side, one of them chosen. Real radio buttons, so the browser brings the keys. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, hint, error, options, value, defaultValue, name, disabled, onChange, onBlur, ref } = props
  const [kept, setKept] = useState(defaultValue)
  const styles = useFieldStyles()
  const { id } = useFieldIds(props)
  const chosen = 'value' in props ? value : kept

  function choose(next: string) {
    setKept(next)
    onChange?.(next)
  }
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error}>
      <div {...domStyle(styles.options)}>
        {options.map((option, at) => {
          const off = disabled || option.disabled
          const on = option.value === chosen
          return (
            <label
              key={option.value}
              data-segment=""
              {...domStyle(styles.option, on && styles.chosen, off ? styles.off : null)}
            >
              <input
                type="radio"
                name={name ?? id}
                value={option.value}
                checked={on}
                disabled={off}
                ref={at === 0 ? (ref as Ref<HTMLInputElement>) : null}
                onChange={() => choose(option.value)}
                onBlur={onBlur}
              />
              <Text size="small" weight="strong" tone={on ? 'brand' : 'ink'}>
                {option.label}
              </Text>
              {option.detail && (
                <Text size="fine" tone="quiet">
                  {option.detail}
                </Text>
              )}
            </label>
          )
        })}
      </div>
    </FieldGroup>
  )
}
