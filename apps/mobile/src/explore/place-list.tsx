import { FlashList } from '@shopify/flash-list'
import { useMemo } from 'react'
import { View } from 'react-native'
import { serverNow } from '@buy-locals/client/clock'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { searchBusinesses } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { searchQuery, type SearchFilters } from '@buy-locals/features/place/search-query'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Progress } from '@buy-locals/ui/progress'
import { space } from '@buy-locals/ui/theme'
import { useT } from '../messages/mobile-i18n'
import { Failed } from '../shell/screen-error'
import { useRefresh } from '../shell/use-refresh'
import { ListHead } from './list-head'
import { LoadingCards } from './loading-cards'
import { PlaceCard } from './place-card'

type PlaceListProps = { market: Market; filters: SearchFilters; onFilter: (filters: SearchFilters) => void }

/** Endless: what is read further down is rendered in the rows that left at the top. */
export function PlaceList({ market, filters, onFilter }: PlaceListProps) {
  const t = useT()
  const now = serverNow()
  const query = useMemo(
    () => ({ query: { ...searchQuery(filters, market), limit: 20 } }),
    [filters, market],
  )
  const found = usePagedQuery(searchBusinesses, query, { keepsPrevious: true })
  const { isRefreshing, refresh } = useRefresh(found.refetch)
  const items = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data])
  if (!found.data && found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  const clear = <Button tone="secondary" label={t('explore.clear')} onPress={() => onFilter({})} />
  return (
    <View role="main" style={screenStyle}>
      <FlashList
        data={items}
        keyExtractor={({ id }) => id}
        renderItem={({ item }) => <PlaceCard listing={item} timeZone={market.timeZone} now={now} />}
        ItemSeparatorComponent={Gap}
        contentContainerStyle={listStyle}
        ListHeaderComponent={
          <ListHead
            market={market}
            now={now}
            filters={filters}
            categories={found.data?.pages[0]?.facets.category ?? []}
            onFilter={onFilter}
          />
        }
        ListHeaderComponentStyle={headStyle}
        ListEmptyComponent={
          found.data ? (
            <EmptyState
              title={t('explore.emptyTitle')}
              text={t('explore.emptyText', { place: market.name })}
              action={clear}
            />
          ) : (
            <LoadingCards />
          )
        }
        ListFooterComponent={found.isFetchingNextPage ? <Progress label={t('explore.more')} /> : null}
        refreshing={isRefreshing}
        onRefresh={refresh}
        onEndReachedThreshold={1}
        onEndReached={() => {
          if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage()
        }}
      />
    </View>
  )
}

const screenStyle = { flex: 1 } as const
const headStyle = { paddingBottom: space.lg } as const
const listStyle = { padding: space.lg, paddingBottom: space.huge } as const

const Gap = () => <View style={{ height: space.lg }} />
