import { Pressable, View } from 'react-native'
import { Frame } from '../fields/frame'
import { Icon } from '../icon/icon'
import { touch } from '../theme/theme'
import { useUiMessages } from '../ui-messages'
import { stars, type StarsFieldProps } from './props'

export function StarsField({ label, value = 0, onChange, error }: StarsFieldProps) {
  const messages = useUiMessages()
  return (
    <Frame label={label} error={error}>
      <View role="radiogroup" aria-label={label} style={{ flexDirection: 'row' }}>
        {stars.map((count) => (
          <Pressable
            key={count}
            role="radio"
            aria-label={messages.star(count)}
            aria-checked={count === value}
            style={{ width: touch, height: touch, alignItems: 'center', justifyContent: 'center' }}
            onPress={() => onChange(count)}
          >
            <Icon beside="text" name="star" size={30} color="star" filled={count <= value} />
          </Pressable>
        ))}
      </View>
    </Frame>
  )
}
