import { useState } from 'react'
import { useWindowDimensions, View } from 'react-native'
import { serverNow } from '@buy-locals/client/clock'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { usualRadius, type SearchFilters } from '@buy-locals/features/place/search-query'
import { Failed } from '../shell/screen-error'
import { hiddenStyle } from '../shell/hidden-style'
import { ListHead } from './list-head'
import { MapSwitch } from './map-switch'
import { PlaceList } from './place-list'
import { PlaceMap } from './place-map'
import { useFound } from './use-found'

/** From here the map stands beside the list. */
const twoColumns = 820

type PlacesProps = {
  market: Market
  place: string
  filters: SearchFilters
  onFilter: (filters: SearchFilters) => void
}

/** The list and the map of what was found. On a phone one covers the other, and the list keeps its place below. */
export function Places({ market, place, filters, onFilter }: PlacesProps) {
  const isWide = useWindowDimensions().width >= twoColumns
  const found = useFound(market, filters)
  const [isMapOpen, setMapOpen] = useState(false)
  const [pointedId, setPointedId] = useState<string>()
  const [chosenId, setChosenId] = useState<string>()
  const now = serverNow()
  if (!found.data && found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  const isMapAlone = isMapOpen && !isWide
  const head = (
    <ListHead
      market={market}
      place={place}
      now={now}
      filters={filters}
      categories={found.first?.facets.category ?? []}
      onFilter={onFilter}
    />
  )
  return (
    <View role="main" style={screenStyle}>
      <View style={[columnStyle, isWide && listStyle, isMapAlone && hiddenStyle]} aria-hidden={isMapAlone}>
        <PlaceList
          head={head}
          found={found}
          {...{ market, place, now, filters, onFilter }}
          chosenId={isWide ? chosenId : undefined}
          onPoint={isWide ? setPointedId : undefined}
        />
      </View>
      {(isWide || isMapOpen) && (
        <View style={isWide ? columnStyle : coverStyle}>
          <PlaceMap
            items={found.items}
            near={filters.near ?? market.location}
            radius={filters.radius ?? usualRadius}
            {...{ timeZone: market.timeZone, now, pointedId, chosenId }}
            alone={isMapAlone}
            onChoose={setChosenId}
          />
        </View>
      )}
      {!isWide && (isMapOpen || found.items.length > 0) && <MapSwitch isMapOpen={isMapOpen} onSwitch={setMapOpen} />}
    </View>
  )
}

const screenStyle = { flex: 1, flexDirection: 'row' } as const
const columnStyle = { flex: 1, minWidth: 0 } as const
const listStyle = { flexGrow: 0, flexBasis: 440 } as const
const coverStyle = { position: 'absolute', top: 0, bottom: 0, left: 0, right: 0 } as const
