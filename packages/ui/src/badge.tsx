import { View } from 'react-native'
import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { Text, type TextTone } from './text'
import { fitContent } from './theme/platform'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'

const tones = {
  success: { ink: 'leaf', icon: 'circle-check' },
  pending: { ink: 'sun', icon: 'clock' },
  info: { ink: 'sky', icon: 'info' },
  danger: { ink: 'danger', icon: 'circle-x' },
  plain: { ink: 'quiet', icon: undefined },
} as const satisfies Record<string, { ink: TextTone; icon: IconName | undefined }>

const useStyles = themed((c) => ({
  badge: {
    flexDirection: 'row',
    alignItems: 'center',
    ...fitContent,
    gap: space.xs,
    paddingVertical: space.hair,
    paddingHorizontal: 10,
    borderRadius: radius.full,
    backgroundColor: c.sunken,
  },
  withIcon: { paddingLeft: space.sm },
}))

/** A state is never shown by its color alone: a word and an icon say it too. A plain one has no color. */
export type BadgeProps = { label: string; tone: keyof typeof tones; icon?: IconName }

export function Badge({ label, tone, icon = tones[tone].icon }: BadgeProps) {
  const styles = useStyles()
  return (
    <View style={[styles.badge, icon && styles.withIcon]}>
      {icon && <Icon decorative name={icon} size={15} color={tones[tone].ink} />}
      <Text size="fine" weight="strong" tone={tones[tone].ink}>
        {label}
      </Text>
    </View>
  )
}
