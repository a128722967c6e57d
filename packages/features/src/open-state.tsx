import type { OpenState as State } from '@buy-locals/contracts/business/shapes'
import { Icon } from '@buy-locals/ui/icon'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { describeOpening } from './place/opening'
import { useI18n } from './i18n'

const tones = {
  success: { ink: 'leaf', icon: 'clock' },
  pending: { ink: 'sun', icon: 'hourglass' },
  plain: { ink: 'quiet', icon: 'clock' },
} as const

type OpenStateProps = { open: State; timeZone: string; now: string }

/** Open or not, and until when. A text and an icon say it, not the color alone. */
export function OpenState({ open, timeZone, now }: OpenStateProps) {
  const { tone, text } = describeOpening(useI18n(), open, timeZone, now)
  const { ink, icon } = tones[tone]
  return (
    <Row gap="xs">
      <Icon decorative name={icon} size={16} color={ink} />
      <Text size="small" weight="medium" tone={ink}>
        {text}
      </Text>
    </Row>
  )
}
