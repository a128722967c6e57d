import { useState } from 'react'
import { Pressable, View } from 'react-native'
import { Text } from '../text'
import { FieldFrame } from './field-frame'
import type { ChoiceFieldProps } from './props'
import { useFieldStyles } from './styles'

export function ChoiceField(props: ChoiceFieldProps) {
  const { label, hint, error, options, value, defaultValue, disabled, onChange } = props
  const [kept, setKept] = useState(defaultValue)
  const styles = useFieldStyles()
  const chosen = 'value' in props ? value : kept

  function choose(next: string) {
    setKept(next)
    onChange?.(next)
  }
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View role="radiogroup" aria-label={label} style={styles.options}>
        {options.map((option) => {
          const on = option.value === chosen
          return (
            <Pressable
              key={option.value}
              role="radio"
              aria-checked={on}
              disabled={disabled || (option.disabled ?? false)}
              style={[styles.option, on && styles.chosen]}
              onPress={() => choose(option.value)}
            >
              <Text size="small" weight="strong" tone={on ? 'brand' : 'ink'}>
                {option.label}
              </Text>
              {option.detail && (
                <Text size="fine" tone="quiet">
                  {option.detail}
                </Text>
              )}
            </Pressable>
          )
        })}
      </View>
    </FieldFrame>
  )
}
