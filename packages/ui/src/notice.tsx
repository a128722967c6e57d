import { useId, type ReactNode } from 'react'
import { View } from 'react-native'
import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { live } from './live'
import { Stack } from './stack'
import { Text, type TextTone } from './text'
import { namesIn, radius, space, stylesFor } from './theme/theme'
import { themed } from './theme/themed'
import { useAnnounced } from './use-announced'

const tones = {
  info: { ink: 'sky', icon: 'info', region: { role: 'group' } },
  success: { ink: 'leaf', icon: 'circle-check', region: live.status },
  pending: { ink: 'sun', icon: 'clock', region: { role: 'group' } },
  danger: { ink: 'danger', icon: 'circle-exclamation-point', region: live.alert },
} as const satisfies Record<string, { ink: TextTone; icon: IconName; region: { role: string } }>

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
  const { ink, icon, region } = tones[tone]
  useAnnounced(region.role === 'group' ? undefined : [title, text].filter(Boolean).join('. '))
  return (
    <View {...region} aria-labelledby={id} style={[styles.notice, styles[tone]]} {...{ dataSet: { notice: tone } }}>
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
