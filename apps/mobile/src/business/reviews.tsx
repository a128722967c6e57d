import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import type { Output } from '@buy-locals/contracts/operation'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { formatAuthor } from '@buy-locals/features/messages/author-name'
import { RatingLine } from '@buy-locals/features/rating-line'
import { Stars } from '@buy-locals/features/stars'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Icon } from '@buy-locals/ui/icon'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { formatDayWithYear } from '@buy-locals/values/format-time'
import { useT } from '../messages/mobile-i18n'
import { FailedState } from '../shell/screen-error'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'

/** What visitors wrote, the newest first, a few at a time. */
export function Reviews({ business }: { business: ShownBusiness }) {
  const t = useT()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePagedQuery(listReviews, {
    params: { businessId: business.id },
    query: { limit: 5 },
  })
  if (!data && error) {
    return (
      <Section title={t('place.reviews')}>
        <FailedState level={3} error={error} onRetry={() => void refetch()} />
      </Section>
    )
  }
  if (!data) return null
  const reviews = data.pages.flatMap(({ items }) => items)
  return (
    <Section title={t('place.reviews')}>
      {reviews.length === 0 && (
        <EmptyState level={3} icon="star" title={t('place.noReviewsTitle')} text={t('place.noReviewsText')} />
      )}
      {reviews.length > 0 && <RatingLine rating={business.rating} />}
      {reviews.map((review) => (
        <ReviewCard key={review.id} review={review} business={business} />
      ))}
      {hasNextPage && (
        <Button
          tone="secondary"
          busy={isFetchingNextPage}
          label={t('place.moreReviews')}
          onPress={() => void fetchNextPage()}
        />
      )}
    </Section>
  )
}

type Review = Output<typeof listReviews>['items'][number]

function ReviewCard({ review, business }: { review: Review; business: ShownBusiness }) {
  const t = useT()
  const i18n = useI18n()
  const { stars, by, serviceName, at, verified, text, reply } = review
  return (
    <Card>
      <Row wrap gap="sm">
        <Stars count={stars} />
        <Text size="small" weight="strong">
          {formatAuthor(i18n, by)}
        </Text>
      </Row>
      <Text size="small" tone="quiet">
        {[serviceName, formatDayWithYear(i18n, at, business.timeZone)].join(' · ')}
      </Text>
      {verified && (
        <Row gap="xs">
          <Icon decorative name="circle-check" size={16} color="leaf" />
          <Text size="fine" tone="leaf">
            {t('place.verified')}
          </Text>
        </Row>
      )}
      {text && <Text>{text}</Text>}
      {reply && (
        <Card sunken>
          <Stack gap="xs">
            <Text size="small" weight="strong">
              {t('place.reply', { name: business.name })}
            </Text>
            <Text size="small">{reply.text}</Text>
          </Stack>
        </Card>
      )}
    </Card>
  )
}
