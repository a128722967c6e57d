import { useState, type Ref } from 'react'
import { TextInput, View } from 'react-native'
import { IconButton } from '../icon-button'
import { useUiMessages } from '../ui-messages'
import { FieldFrame } from './field-frame'
import type { PasswordFieldProps } from './props'
import { useFieldStyles } from './styles'

export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, error, isNew, value, defaultValue, disabled, onChange, onBlur, ref } = props
  const [shown, setShown] = useState(false)
  const styles = useFieldStyles()
  const messages = useUiMessages()
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View style={styles.line}>
        <TextInput
          aria-label={label}
          ref={ref as Ref<TextInput>}
          style={[styles.control, { flex: 1 }, error ? styles.wrong : null]}
          secureTextEntry={!shown}
          autoCapitalize="none"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          editable={!disabled}
          {...(value === undefined ? {} : { value })}
          {...(defaultValue === undefined ? {} : { defaultValue })}
          {...(onChange ? { onChangeText: onChange } : {})}
          {...(onBlur ? { onBlur } : {})}
        />
        <IconButton
          label={shown ? messages.hidePassword : messages.showPassword}
          icon={shown ? 'eye-off' : 'eye'}
          onPress={() => setShown(!shown)}
        />
      </View>
    </FieldFrame>
  )
}
