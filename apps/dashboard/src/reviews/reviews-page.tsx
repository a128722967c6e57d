import { RatingLine } from '@buy-locals/features/rating-line'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { usePagedQuery } from '../api/use-paged-query'
import { Answered } from '../shell/answered'
import { useHere } from '../shell/here'
import { More } from '../shell/more'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { ReviewCard } from './review-card'

export function Component() {
  const t = useT()
  const { business, params } = useHere()
  const reviews = usePagedQuery(listReviews, { params, query: { limit: 20 } })
  const rating = reviews.data?.pages[0]?.rating
  return (
    <Screen
      title={t('reviews.title')}
      place={business.name}
      intro={t('reviews.intro')}
      actions={rating && rating.count > 0 && <RatingLine rating={rating} />}
    >
      <Answered of={reviews}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return <EmptyState icon="star" title={t('reviews.none')} text={t('reviews.noneText')} />
          }
          return (
            <Stack gap="lg">
              {items.map((review) => (
                <ReviewCard key={review.id} review={review} />
              ))}
            </Stack>
          )
        }}
      </Answered>
      <More of={reviews} />
    </Screen>
  )
}
