import type { listReviews } from '@buy-locals/contracts/review/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Card } from '@buy-locals/ui/card'
import { Chip } from '@buy-locals/ui/chip'
import { Rating } from '@buy-locals/ui/rating'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useI18n } from '@buy-locals/features/i18n'
import { formatAuthor } from '@buy-locals/features/messages/author-name'
import { ReviewPhotos } from '@buy-locals/features/review-photos'
import { useTimes } from '@buy-locals/features/time/use-times'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import { ReportReview } from './report-review'
import { ReplyForm } from './reply-form'

type Review = Output<typeof listReviews>['items'][number]

export function ReviewCard({ review }: { review: Review }) {
  const t = useT()
  const { business } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const by = formatAuthor(useI18n(), review.by)
  const { serviceName, stars, text, at, reply, verified, flag, photos } = review
  return (
    <Card label={t('reviews.by', { name: by, service: serviceName })}>
      <Row gap="md" wrap>
        <Rating value={String(stars)} label={t('reviews.rated', { stars })} />
        <Text weight="strong">{t('reviews.by', { name: by, service: serviceName })}</Text>
        {verified && <Chip icon="shield-check" label={t('reviews.verified')} />}
        <Text size="small" tone="quiet">
          {formatMoment(at)}
        </Text>
      </Row>
      {text && <Text>{text}</Text>}
      <ReviewPhotos photos={photos} by={by} />
      {reply ? (
        <Card sunken>
          <Stack gap="xs">
            <Text size="small" weight="strong">
              {t('reviews.yourReply')}, {formatMoment(reply.at)}
            </Text>
            <Text>{reply.text}</Text>
          </Stack>
        </Card>
      ) : (
        <ReplyForm reviewId={review.id} customer={by} />
      )}
      {flag ? (
        <Text size="small" tone="quiet">
          {flag.outcome === 'dismissed'
            ? t('reviews.dismissed', { reason: flag.outcomeReason ?? '' })
            : t('reviews.reported')}
        </Text>
      ) : (
        <Row>
          <ReportReview reviewId={review.id} customer={by} />
        </Row>
      )}
    </Card>
  )
}
