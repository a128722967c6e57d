import type { Ref } from 'react'
import { TextInput, type TextInputProps } from 'react-native'
import type { Labelled, Valued } from './props'
import { useFieldStyles } from './styles'

/** The input of a text field and a password field. React Native's types accept no property that is there but undefined. */
export function FieldInput({ field, style, ...input }: TextInputProps & { field: Labelled & Valued<string> }) {
  const { label, error, value, defaultValue, disabled, onChange, onBlur, ref } = field
  const styles = useFieldStyles()
  return (
    <TextInput
      {...input}
      aria-label={label}
      ref={ref as Ref<TextInput>}
      style={[styles.control, style, error ? styles.wrong : null, disabled ? styles.off : null]}
      editable={!disabled}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(onChange ? { onChangeText: onChange } : {})}
      {...(onBlur ? { onBlur } : {})}
    />
  )
}
