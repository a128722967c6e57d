import { Pressable, View } from 'react-native'
import { FieldFrame } from '../fields/field-frame'
import { Icon } from '../icon/icon'
import { touchTarget } from '../theme/theme'
import { useUiMessages } from '../ui-messages'
import { stars, type StarsFieldProps } from './props'

export function StarsField({ label, value = 0, onChange, error }: StarsFieldProps) {
  const messages = useUiMessages()
  return (
    <FieldFrame label={label} error={error}>
      <View role="radiogroup" aria-label={label} style={{ flexDirection: 'row' }}>
        {stars.map((count) => (
          <Pressable
            key={count}
            role="radio"
            aria-label={messages.star(count)}
            aria-checked={count === value}
            style={{ width: touchTarget, height: touchTarget, alignItems: 'center', justifyContent: 'center' }}
            onPress={() => onChange(count)}
          >
            <Icon decorative name="star" size={30} color="star" filled={count <= value} />
          </Pressable>
        ))}
      </View>
    </FieldFrame>
  )
}
