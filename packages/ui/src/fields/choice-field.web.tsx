import type { Ref } from 'react'
import { domStyle } from '../theme/dom-style'
import { FieldGroup, useFieldIds } from './field-frame'
import { OptionText } from './option-text'
import type { ChoiceFieldProps } from './props'
import { useFieldStyles } from './styles'
import { useValue } from './use-value'

/** The choices are real radio buttons, so the browser handles the keys. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, hint, options, name, disabled, onBlur, ref } = props
  const [value, change] = useValue(props)
  const styles = useFieldStyles()
  const { id, error, changed } = useFieldIds(props)
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} changed={changed}>
      <div {...domStyle(styles.options)}>
        {options.map((option, at) => {
          const off = disabled || option.disabled
          const chosen = option.value === value
          return (
            <label
              key={option.value}
              data-segment=""
              {...domStyle(styles.option, chosen && styles.chosen, off ? styles.disabled : null)}
            >
              <input
                type="radio"
                name={name ?? id}
                value={option.value}
                checked={chosen}
                disabled={off}
                ref={at === 0 ? (ref as Ref<HTMLInputElement>) : null}
                onChange={() => change(option.value)}
                onBlur={onBlur}
              />
              <OptionText option={option} chosen={chosen} />
            </label>
          )
        })}
      </div>
    </FieldGroup>
  )
}
