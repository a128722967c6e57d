import type { Output } from '@buy-locals/contracts/operation'
import type { listReviews } from '@buy-locals/contracts/review/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatAuthor } from '@buy-locals/features/messages/author-name'
import { ReviewPhotos } from '@buy-locals/features/review-photos'
import { Stars } from '@buy-locals/features/stars'
import { Card } from '@buy-locals/ui/card'
import { Icon } from '@buy-locals/ui/icon'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { formatDayWithYear } from '@buy-locals/values/format-time'
import type { ShownBusiness } from './shown-business'

type Review = Output<typeof listReviews>['items'][number]

export function ReviewCard({ review, business }: { review: Review; business: ShownBusiness }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { stars, serviceName, at, verified, text, reply, photos } = review
  const by = formatAuthor(i18n, review.by)
  return (
    <Card>
      <Row wrap gap="sm">
        <Stars count={stars} />
        <Text size="small" weight="strong">
          {by}
        </Text>
      </Row>
      <Text size="small" tone="quiet">
        {[serviceName, formatDayWithYear(i18n, at, business.timeZone)].join(' · ')}
      </Text>
      {verified && (
        <Row gap="xs">
          <Icon decorative name="circle-check" size={16} color="leaf" />
          <Text size="fine" tone="leaf">
            {t('business.verified')}
          </Text>
        </Row>
      )}
      {text && <Text>{text}</Text>}
      <ReviewPhotos photos={photos} by={by} />
      {reply && (
        <Card sunken>
          <Stack gap="xs">
            <Text size="small" weight="strong">
              {t('business.reply', { name: business.name })}
            </Text>
            <Text size="small">{reply.text}</Text>
          </Stack>
        </Card>
      )}
    </Card>
  )
}
