import { useState } from 'react'
import { Switch, View } from 'react-native'
import { Text } from '../text'
import { FieldMessages } from './field-frame'
import type { CheckFieldProps } from './props'
import { useFieldStyles } from './styles'

export function CheckField(props: CheckFieldProps) {
  const { label, hint, error, value, defaultValue = false, disabled = false, onChange } = props
  const [kept, setKept] = useState(defaultValue)
  const styles = useFieldStyles()

  function turn(next: boolean) {
    setKept(next)
    onChange?.(next)
  }
  return (
    <View>
      <View style={styles.check}>
        <Switch aria-label={label} value={value ?? kept} disabled={disabled} onValueChange={turn} />
        <Text>{label}</Text>
      </View>
      <FieldMessages hint={hint} error={error} />
    </View>
  )
}
