import { FlashList, type FlashListRef } from '@shopify/flash-list'
import { useEffect, useRef, type ReactElement } from 'react'
import { View } from 'react-native'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useNextPage } from '@buy-locals/features/operation/use-next-page'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'
import { useListPlace } from '../shell/use-list-place'
import { useRefresh } from '../shell/use-refresh'
import { FoundNotice } from './found-notice'
import { LoadingCards } from './loading-cards'
import { NothingFound } from './nothing-found'
import { PlaceCard } from './place-card'
import type { Found, FoundRow } from './use-found'

type PlaceListProps = {
  head: ReactElement
  found: Found
  market: Market
  place: string
  now: string
  filters: SearchFilters
  onFilter: (filters: SearchFilters) => void
  /** Its pin was pressed. */
  chosenId: string | undefined
  onPoint: ((id: string | undefined) => void) | undefined
}

/** Endless: what is read further down is rendered in the rows that left at the top. */
export function PlaceList(props: PlaceListProps) {
  const { head, found, market, place, now, filters, onFilter, chosenId, onPoint } = props
  const t = useT()
  const list = useRef<FlashListRef<FoundRow>>(null)
  const { isShown, first } = useListPlace(list)
  const { isRefreshing, refresh } = useRefresh(found.refetch)
  const next = useNextPage(found)
  const { rows } = found
  useEffect(() => {
    const index = rows.findIndex((row) => row.kind === 'business' && row.listing.id === chosenId)
    if (index >= 0) void list.current?.scrollToIndex({ index, animated: false, viewPosition: 0.3 })
  }, [chosenId, rows])
  if (!isShown) return null
  return (
    <FlashList
      ref={list}
      initialScrollIndex={first}
      data={rows}
      keyExtractor={(row) => (row.kind === 'business' ? row.listing.id : row.kind)}
      getItemType={({ kind }) => kind}
      renderItem={({ item }) =>
        item.kind === 'heading' ? (
          <NotYetHeading />
        ) : (
          <PlaceCard
            listing={item.listing}
            number={item.number}
            chosen={item.listing.id === chosenId}
            timeZone={market.timeZone}
            now={now}
            onPoint={onPoint}
          />
        )
      }
      ItemSeparatorComponent={Gap}
      contentContainerStyle={listStyle}
      ListHeaderComponent={
        <Stack gap="lg">
          {head}
          <FoundNotice found={found} filters={filters} onFilter={onFilter} />
        </Stack>
      }
      ListHeaderComponentStyle={headStyle}
      ListEmptyComponent={
        found.data ? <NothingFound filters={filters} place={place} onFilter={onFilter} /> : <LoadingCards />
      }
      ListFooterComponent={found.isFetchingNextPage ? <Progress label={t('explore.more')} /> : null}
      refreshing={isRefreshing}
      onRefresh={refresh}
      onEndReachedThreshold={1}
      onEndReached={next?.onPress}
    />
  )
}

/** Above those that nobody here looks after. */
function NotYetHeading() {
  const t = translatorForFeatures(useI18n())
  return (
    <Stack gap="xs">
      <Title level={2} size="lead">
        {t('find.notYet')}
      </Title>
      <Text size="small" tone="quiet">
        {t('find.notYetText')}
      </Text>
    </Stack>
  )
}

const headStyle = { paddingBottom: space.lg } as const
const listStyle = { padding: space.lg, paddingBottom: space.vast + space.xl } as const

const Gap = () => <View style={{ height: space.lg }} />
