import { useState } from 'react'
import { View } from 'react-native'
import { IconButton } from '../icon-button'
import { useUiMessages } from '../ui-messages'
import { FieldFrame } from './field-frame'
import type { PasswordFieldProps } from './props'
import { useFieldStyles } from './styles'
import { FieldInput } from './text-input'

export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, error, isNew } = props
  const [shown, setShown] = useState(false)
  const styles = useFieldStyles()
  const messages = useUiMessages()
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View style={styles.line}>
        <FieldInput
          field={props}
          style={{ flex: 1 }}
          secureTextEntry={!shown}
          autoCapitalize="none"
          autoComplete={isNew ? 'new-password' : 'current-password'}
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
