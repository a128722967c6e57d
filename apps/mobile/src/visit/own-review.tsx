import type { Output } from '@buy-locals/contracts/operation'
import type { readReview } from '@buy-locals/contracts/review/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Stars } from '@buy-locals/features/stars'
import { Card } from '@buy-locals/ui/card'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { formatDayWithYear } from '@buy-locals/values/format-time'

type OwnReviewProps = {
  review: Output<typeof readReview>
  /** Of the business. */
  name: string
  timeZone: string
}

/** One's own review, with the reply that it got and what the operator has decided about it. */
export function OwnReview({ review, name, timeZone }: OwnReviewProps) {
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  const { stars, text, at, reply, flag } = review
  return (
    <Stack>
      {flag?.outcome === 'removed' && (
        <Notice
          tone="danger"
          title={tFeatures('ownBooking.reviewRemoved')}
          text={tFeatures('ownBooking.reviewRemovedReason', { reason: flag.outcomeReason ?? '' })}
        />
      )}
      <Card>
        <Stars count={stars} />
        <Text size="small" tone="quiet">
          {formatDayWithYear(i18n, at, timeZone)}
        </Text>
        {text && <Text>{text}</Text>}
        {reply && (
          <Card sunken>
            <Text size="small" weight="strong">
              {tFeatures('business.reply', { name })}
            </Text>
            <Text size="small">{reply.text}</Text>
          </Card>
        )}
      </Card>
    </Stack>
  )
}
