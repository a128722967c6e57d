import { FlashList, type FlashListRef } from '@shopify/flash-list'
import { useRef } from 'react'
import { View } from 'react-native'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import type { Output } from '@buy-locals/contracts/operation'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { useNextPage } from '@buy-locals/features/operation/use-next-page'
import { RatingLine } from '@buy-locals/features/rating-line'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../../messages/mobile-i18n'
import { LoadingScreen } from '../../shell/loading-screen'
import { Failed } from '../../shell/screen-error'
import { useListPlace } from '../../shell/use-list-place'
import { useRefresh } from '../../shell/use-refresh'
import { useBusiness } from '../use-business'
import { ReviewCard } from './review-card'

type Review = Output<typeof listReviews>['items'][number]

/** What customers wrote, and the replies. */
export function ReviewsScreen() {
  const t = useT()
  const { params } = useBusiness()
  const reviews = usePagedQuery(listReviews, { params, query: { limit: 20 } })
  const next = useNextPage(reviews)
  const list = useRef<FlashListRef<Review>>(null)
  const { isShown, first } = useListPlace(list)
  const { isRefreshing, refresh } = useRefresh(reviews.refetch)
  if (!reviews.data)
    return reviews.error ? <Failed error={reviews.error} onRetry={() => void reviews.refetch()} /> : <LoadingScreen />
  const rating = reviews.data.pages[0]?.rating
  if (!isShown) return null
  return (
    <View role="main" style={screenStyle}>
      <FlashList
        ref={list}
        initialScrollIndex={first}
        data={reviews.data.pages.flatMap(({ items }) => items)}
        keyExtractor={({ id }) => id}
        renderItem={({ item }) => <ReviewCard review={item} />}
        ItemSeparatorComponent={Gap}
        contentContainerStyle={listStyle}
        ListHeaderComponent={
          <Stack gap="sm">
            <Title level={1}>{t('businessReviews.title')}</Title>
            {rating && rating.count > 0 && <RatingLine rating={rating} />}
            <Text tone="quiet">{t('businessReviews.intro')}</Text>
          </Stack>
        }
        ListHeaderComponentStyle={headStyle}
        ListEmptyComponent={
          <EmptyState icon="star" title={t('businessReviews.none')} text={t('businessReviews.noneText')} />
        }
        ListFooterComponent={reviews.isFetchingNextPage ? <Progress label={t('app.loading')} /> : null}
        refreshing={isRefreshing}
        onRefresh={refresh}
        onEndReached={next?.onPress}
      />
    </View>
  )
}

const screenStyle = { flex: 1 } as const
const headStyle = { paddingBottom: space.lg } as const
const listStyle = { padding: space.lg, paddingTop: space.xl, paddingBottom: space.huge } as const

const Gap = () => <View style={{ height: space.lg }} />
