import type { ShownPhoto } from '@buy-locals/contracts/business/shapes'
import { Card } from '@buy-locals/ui/card'
import { Icon } from '@buy-locals/ui/icon'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatAuthor } from '@buy-locals/features/messages/author-name'
import { ReviewPhotos } from '@buy-locals/features/review-photos'
import { Stars } from '@buy-locals/features/stars'

type ShownReview = {
  stars: number
  text?: string | undefined
  by: string
  verified: boolean
  serviceName: string
  reply?: { text: string } | undefined
  photos?: ShownPhoto[] | undefined
}

export function ReviewCard({ review, business, day }: { review: ShownReview; business: string; day: string }) {
  const t = translatorForFeatures(useI18n())
  const by = formatAuthor(useI18n(), review.by)
  return (
    <Stack gap="sm">
      <Row gap="md" wrap>
        <Stars count={review.stars} />
        <Text size="small" weight="strong">
          {by}
        </Text>
        <Text size="small" tone="quiet">
          {[review.serviceName, day].join(' · ')}
        </Text>
        {review.verified && (
          <Row gap="xs">
            <Icon decorative name="circle-check" size={16} color="leaf" />
            <Text size="fine" tone="leaf">
              {t('business.verified')}
            </Text>
          </Row>
        )}
      </Row>
      {review.text && <Text>{review.text}</Text>}
      <ReviewPhotos photos={review.photos} by={by} />
      {review.reply && (
        <Card sunken>
          <Text size="small" weight="strong">
            {t('business.reply', { name: business })}
          </Text>
          <Text size="small">{review.reply.text}</Text>
        </Card>
      )}
    </Stack>
  )
}
