import type { Ref } from 'react'
import { TextInput, type TextInputProps } from 'react-native'
import type { FieldProps, ValueProps } from './props'
import { useFieldStyles } from './styles'

/** The input of a text field and a password field. React Native's types accept no property that is there but undefined. */
export function FieldInput({ field, style, ...input }: TextInputProps & { field: FieldProps & ValueProps<string> }) {
  const { label, error, value, defaultValue, disabled, onChange, onBlur, ref } = field
  const styles = useFieldStyles()
  return (
    <TextInput
      {...input}
      aria-label={label}
      {...(error ? { accessibilityHint: error } : {})}
      ref={ref as Ref<TextInput>}
      style={[styles.control, style, error ? styles.invalid : null, disabled ? styles.disabled : null]}
      editable={!disabled}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(onChange ? { onChangeText: onChange } : {})}
      {...(onBlur ? { onBlur } : {})}
    />
  )
}
