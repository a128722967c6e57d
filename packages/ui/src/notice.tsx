import { useId, type ReactNode } from 'react'
import { View } from 'react-native'
import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { Stack } from './stack'
import { Text, type TextTone } from './text'
import { namesIn, radius, space, stylesFor } from './theme/theme'
import { themed } from './theme/themed'

const tones = {
  info: { ink: 'sky', icon: 'info', role: 'group' },
  success: { ink: 'leaf', icon: 'circle-check', role: 'status' },
  pending: { ink: 'sun', icon: 'clock', role: 'group' },
  danger: { ink: 'danger', icon: 'circle-exclamation-point', role: 'alert' },
} as const satisfies Record<string, { ink: TextTone; icon: IconName; role: string }>

const useStyles = themed((c) => ({
  notice: {
    flexDirection: 'row',
    gap: space.md,
    padding: space.lg,
    borderRadius: radius.control,
    borderLeftWidth: 4,
    backgroundColor: c.sunken,
  },
  text: { gap: space.xs },
  ...stylesFor(namesIn(tones), (tone) => ({ borderColor: c[tones[tone].ink] })),
}))

/** A message about the page itself. One of danger is read out at once, so its text says what to do. */
export type NoticeProps = { tone: keyof typeof tones; title: string; text?: string; action?: ReactNode }

export function Notice({ tone, title, text, action }: NoticeProps) {
  const styles = useStyles()
  const id = useId()
  const { ink, icon, role } = tones[tone]
  return (
    <View role={role} aria-labelledby={id} style={[styles.notice, styles[tone]]} {...{ dataSet: { notice: tone } }}>
      <Icon decorative name={icon} size={22} color={ink} />
      <Stack gap="md" grow>
        <View id={id} style={styles.text}>
          <Text weight="strong">{title}</Text>
          {Boolean(text) && (
            <Text size="small" tone="quiet">
              {text}
            </Text>
          )}
        </View>
        {action}
      </Stack>
    </View>
  )
}
