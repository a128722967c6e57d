import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useNextPage } from '@buy-locals/features/operation/use-next-page'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { FailedState } from '../shell/screen-error'
import { ReviewCard } from './review-card'
import { ReviewShares } from './review-shares'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'

/** What visitors wrote, the newest first, a few at a time. */
export function Reviews({ business }: { business: ShownBusiness }) {
  const t = translatorForFeatures(useI18n())
  const pages = usePagedQuery(listReviews, { params: { businessId: business.id }, query: { limit: 5 } })
  const next = useNextPage(pages)
  const { data, error, refetch } = pages
  if (!data && error) {
    return (
      <Section title={t('business.reviews')}>
        <FailedState level={3} error={error} onRetry={() => void refetch()} />
      </Section>
    )
  }
  const [first] = data?.pages ?? []
  if (!data || !first) return null
  const reviews = data.pages.flatMap(({ items }) => items)
  return (
    <Section title={t('business.reviews')}>
      {reviews.length === 0 && (
        <EmptyState level={3} icon="star" title={t('business.noReviewsTitle')} text={t('business.noReviewsText')} />
      )}
      {reviews.length > 0 && <ReviewShares rating={first.rating} />}
      {reviews.map((review) => (
        <ReviewCard key={review.id} review={review} business={business} />
      ))}
      {next && <Button tone="secondary" busy={next.isBusy} label={t('business.moreReviews')} onPress={next.onPress} />}
    </Section>
  )
}
