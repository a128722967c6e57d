import { View } from 'react-native'
import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { Text, type TextTone } from './text'
import { fit } from './theme/fit'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'

const looks = {
  success: { ink: 'leaf', icon: 'circle-check' },
  pending: { ink: 'sun', icon: 'clock' },
  info: { ink: 'sky', icon: 'info' },
  danger: { ink: 'danger', icon: 'circle-x' },
  plain: { ink: 'quiet', icon: 'minus' },
} as const satisfies Record<string, { ink: TextTone; icon: IconName }>

const useStyles = themed((c) => ({
  badge: {
    flexDirection: 'row',
    alignItems: 'center',
    ...fit,
    gap: space.xs,
    paddingVertical: space.hair,
    paddingLeft: space.sm,
    paddingRight: 10,
    borderRadius: radius.full,
    backgroundColor: c.sunken,
  },
}))

/** A state in a word, a shape and a colour. */
export type BadgeProps = { label: string; tone: keyof typeof looks; icon?: IconName }

export function Badge({ label, tone, icon = looks[tone].icon }: BadgeProps) {
  return (
    <View style={useStyles().badge}>
      <Icon beside="text" name={icon} size={15} color={looks[tone].ink} />
      <Text size="fine" weight="strong" tone={looks[tone].ink}>
        {label}
      </Text>
    </View>
  )
}
