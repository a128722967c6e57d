import type { Ref } from 'react'
import { Text as NativeText, TextInput, View, type TextInputProps } from 'react-native'
import { FieldFrame } from './field-frame'
import type { TextFieldProps } from './props'
import { useFieldStyles } from './styles'

const kinds: Record<NonNullable<TextFieldProps['kind']>, TextInputProps> = {
  text: {},
  email: { inputMode: 'email', autoCapitalize: 'none', autoComplete: 'email' },
  tel: { inputMode: 'tel', autoComplete: 'tel' },
  url: { inputMode: 'url', autoCapitalize: 'none' },
  search: { inputMode: 'search' },
  code: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  number: { inputMode: 'decimal' },
  date: { inputMode: 'numeric' },
  time: { inputMode: 'numeric' },
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, kind = 'text', rows, unit, value, defaultValue, maxLength } = props
  const { disabled, onChange, onBlur, ref } = props
  const styles = useFieldStyles()
  return (
    <FieldFrame label={label} optional={optional} hint={hint} error={error}>
      <View style={styles.line}>
        <TextInput
          {...kinds[kind]}
          aria-label={label}
          ref={ref as Ref<TextInput>}
          style={[styles.control, error ? styles.wrong : null, disabled ? styles.off : null]}
          editable={!disabled}
          {...(rows ? { multiline: true, numberOfLines: rows } : {})}
          {...(maxLength ? { maxLength } : {})}
          {...(value === undefined ? {} : { value })}
          {...(defaultValue === undefined ? {} : { defaultValue })}
          {...(onChange ? { onChangeText: onChange } : {})}
          {...(onBlur ? { onBlur } : {})}
        />
        {unit && <NativeText style={styles.hint}>{unit}</NativeText>}
      </View>
    </FieldFrame>
  )
}
