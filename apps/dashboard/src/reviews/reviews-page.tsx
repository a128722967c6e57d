import { RatingLine } from '@buy-locals/features/rating-line'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { PagedResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { ReviewCard } from './review-card'

export function Component() {
  const t = useT()
  const { business, params } = useCurrentBusiness()
  const reviews = usePagedQuery(listReviews, { params, query: { limit: 20 } })
  const rating = reviews.data?.pages[0]?.rating
  return (
    <Screen
      title={t('reviews.title')}
      place={business.name}
      intro={t('reviews.intro')}
      actions={rating && rating.count > 0 && <RatingLine rating={rating} />}
    >
      <PagedResult
        query={reviews}
        empty={<EmptyState icon="star" title={t('reviews.none')} text={t('reviews.noneText')} />}
      >
        {(items) => (
          <Stack gap="lg">
            {items.map((review) => (
              <ReviewCard key={review.id} review={review} />
            ))}
          </Stack>
        )}
      </PagedResult>
    </Screen>
  )
}
