import { FlashList, type FlashListRef, type ViewToken } from '@shopify/flash-list'
import { useEffect, useRef } from 'react'
import { View } from 'react-native'
import type { Listing } from '@buy-locals/features/place/listings'
import { space } from '@buy-locals/ui/theme'
import { useT } from '../messages/mobile-i18n'
import { MapCard, type MapCardProps } from './map-card'

type MapCardsProps = Pick<MapCardProps, 'timeZone' | 'now' | 'width'> & {
  items: readonly Listing[]
  chosenId: string | undefined
  onChoose: (id: string) => void
}

/** One card at a time, swiped sideways: the one in sight is that of the chosen pin. */
export function MapCards({ items, chosenId, onChoose, ...card }: MapCardsProps) {
  const t = useT()
  const list = useRef<FlashListRef<Listing>>(null)
  const inSight = useRef<string>(undefined)

  useEffect(() => {
    const index = items.findIndex(({ id }) => id === chosenId)
    if (index < 0 || inSight.current === chosenId) return
    inSight.current = chosenId
    void list.current?.scrollToIndex({ index, animated: false, viewPosition: 0.5 })
  }, [chosenId, items])

  function follow({ viewableItems: [first, ...others] }: { viewableItems: ViewToken<Listing>[] }) {
    if (!first || others.length > 0) return
    inSight.current = first.item.id
    onChoose(first.item.id)
  }
  return (
    <View role="list" aria-label={t('explore.onMap')}>
      <FlashList
        ref={list}
        horizontal
        data={[...items]}
        keyExtractor={({ id }) => id}
        extraData={chosenId}
        renderItem={({ item, index }) => (
          <View role="listitem">
            <MapCard listing={item} number={index + 1} chosen={item.id === chosenId} {...card} />
          </View>
        )}
        ItemSeparatorComponent={Gap}
        contentContainerStyle={rowStyle}
        showsHorizontalScrollIndicator={false}
        snapToInterval={card.width + space.md}
        decelerationRate="fast"
        viewabilityConfig={viewability}
        onViewableItemsChanged={follow}
      />
    </View>
  )
}

const viewability = { itemVisiblePercentThreshold: 90, minimumViewTime: 100 } as const
const rowStyle = { paddingHorizontal: space.xl, paddingVertical: space.sm } as const

const Gap = () => <View style={{ width: space.md }} />
