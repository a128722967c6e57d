import { Switch, View } from 'react-native'
import { Text } from '../text'
import { FieldMessages } from './field-frame'
import type { CheckFieldProps } from './props'
import { useFieldStyles } from './styles'
import { useValue } from './use-value'

export function CheckField(props: CheckFieldProps) {
  const { label, hint, error, disabled = false } = props
  const [isOn = false, change] = useValue(props)
  const styles = useFieldStyles()
  return (
    <View>
      <View style={styles.check}>
        <Switch aria-label={label} value={isOn} disabled={disabled} onValueChange={change} />
        <Text>{label}</Text>
      </View>
      <FieldMessages hint={hint} error={error} />
    </View>
  )
}
