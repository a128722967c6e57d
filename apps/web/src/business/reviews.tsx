import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatMean } from '@buy-locals/features/rating-line'
import { formatDayWithYear } from '@buy-locals/values/format-time'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Icon } from '@buy-locals/ui/icon'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { PlainList } from '../site/plain-list'
import type { BusinessPage } from './load-business'
import { ReviewCard } from './review-card'
import styles from './reviews.module.css'

type ReviewsProps = Pick<BusinessPage, 'business' | 'reviews'>

export function Reviews({ business, reviews }: ReviewsProps) {
  const t = translatorForFeatures(useI18n())
  const i18n = useI18n()
  const { mean, count, byStars } = reviews.rating
  if (business.source?.kind === 'open-data') return null
  return (
    <section id="reviews" aria-labelledby="reviews-title">
      <Stack gap="lg">
        <Title level={2} id="reviews-title">
          {t('business.reviews')}
        </Title>
        {count === 0 && (
          <EmptyState level={3} icon="star" title={t('business.noReviewsTitle')} text={t('business.noReviewsText')} />
        )}
        {count > 0 && (
          <>
            <Row gap="sm">
              <Icon decorative name="star" color="star" filled size={24} />
              <Text size="lead" weight="strong">
                {t('business.reviewsOf', { mean: formatMean(i18n, mean), count })}
              </Text>
            </Row>
            <ul className={styles.byStars}>
              {byStars
                .map((many, at) => ({ stars: at + 1, many }))
                .toReversed()
                .map(({ stars, many }) => (
                  <li key={stars} aria-label={t('business.starsCount', { stars, count: many })}>
                    <span aria-hidden>{stars} ★</span>
                    <span aria-hidden className={styles.share}>
                      <span style={{ width: `${Math.round((many / count) * 1000) / 10}%` }} />
                    </span>
                    <span aria-hidden>{many}</span>
                  </li>
                ))}
            </ul>
            <PlainList>
              {reviews.items.map((review) => (
                <li key={review.id}>
                  <ReviewCard
                    review={review}
                    business={business.name}
                    day={formatDayWithYear(i18n, review.at, business.timeZone)}
                  />
                </li>
              ))}
            </PlainList>
            {reviews.nextCursor && (
              <TextLink
                label={t('business.moreReviews')}
                href={`?reviews=${encodeURIComponent(reviews.nextCursor)}#reviews`}
              />
            )}
          </>
        )}
      </Stack>
    </section>
  )
}
