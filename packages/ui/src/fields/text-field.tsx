import { Text as NativeText, View, type TextInputProps } from 'react-native'
import { FieldFrame } from './field-frame'
import type { TextFieldProps } from './props'
import { useFieldStyles } from './styles'
import { FieldInput } from './text-input'

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
  const { label, hint, error, optional, kind = 'text', rows, unit, maxLength } = props
  const styles = useFieldStyles()
  return (
    <FieldFrame label={label} optional={optional} hint={hint} error={error}>
      <View style={styles.line}>
        <FieldInput
          field={props}
          {...kinds[kind]}
          {...(rows ? { multiline: true, numberOfLines: rows } : {})}
          {...(maxLength ? { maxLength } : {})}
        />
        {Boolean(unit) && <NativeText style={styles.hint}>{unit}</NativeText>}
      </View>
    </FieldFrame>
  )
}
