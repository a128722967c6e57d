import { Pressable, Switch, View } from 'react-native'
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
      <Pressable accessible={false} disabled={disabled} style={styles.check} onPress={() => change(!isOn)}>
        <Switch aria-label={label} value={isOn} disabled={disabled} onValueChange={change} />
        <Text>{label}</Text>
      </Pressable>
      <FieldMessages hint={hint} error={error} />
    </View>
  )
}
