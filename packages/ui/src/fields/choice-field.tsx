import { Pressable, View } from 'react-native'
import { FieldFrame } from './field-frame'
import { OptionText } from './option-text'
import type { ChoiceFieldProps } from './props'
import { useFieldStyles } from './styles'
import { useValue } from './use-value'

export function ChoiceField(props: ChoiceFieldProps) {
  const { label, hint, error, options, disabled } = props
  const [value, change] = useValue(props)
  const styles = useFieldStyles()
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View role="radiogroup" aria-label={label} style={styles.options}>
        {options.map((option) => {
          const chosen = option.value === value
          return (
            <Pressable
              key={option.value}
              role="radio"
              aria-checked={chosen}
              disabled={disabled || (option.disabled ?? false)}
              style={[styles.option, chosen && styles.chosen]}
              onPress={() => change(option.value)}
            >
              <OptionText option={option} chosen={chosen} />
            </Pressable>
          )
        })}
      </View>
    </FieldFrame>
  )
}
