import 'maplibre-gl/dist/maplibre-gl.css'
import '../place/maplibre.css'
import { useEffect, useRef, useState } from 'react'
import { Map, NavigationControl, type MapRef } from '@vis.gl/react-maplibre'
import { isOfBlankMap } from '../place/blank-map'
import { findBounds } from '../place/bounds'
import { clusterPins } from '../place/clusters'
import { useMapTexts } from '../place/map-texts'
import { Pin } from './pin'
import type { Place } from './place-card'
import { PlacePopup } from './place-popup'

export type PlacesMapProps = {
  items: readonly Place[]
  near: { lat: number; lon: number }
  radius: number
  pointedId?: string | undefined
  chosenId?: string | undefined
  onChoose?(id: string | undefined): void
  onFailed(): void
}

const maxZoom = 17
const padding = 56

/** The businesses of the list, under their numbers. Whoever shows it has told MapLibre where its worker is. Each pin is a button with the name of its business; all that it leads to is in the list too. */
export function PlacesMap({ mapStyle, ...props }: PlacesMapProps & { mapStyle: string }) {
  const { items, near, radius, pointedId, chosenId, onChoose, onFailed } = props
  const texts = useMapTexts()
  const map = useRef<MapRef>(null)
  const [zoom, setZoom] = useState(12)
  const chosen = items.find(({ id }) => id === chosenId)
  const [west, south, east, north] = findBounds(
    items.map(({ location }) => location),
    near,
    radius,
  )

  useEffect(() => {
    map.current?.fitBounds([west, south, east, north], { padding, maxZoom: 15, duration: 0 })
  }, [west, south, east, north])

  function showAll(places: readonly Place[]) {
    const points = places.map(({ location }) => location)
    map.current?.fitBounds(findBounds(points, near, radius), { padding, maxZoom, duration: 0 })
  }
  const numbered = items.map((item, at) => ({ ...item, number: at + 1 }))
  return (
    <Map
      ref={map}
      locale={texts}
      mapStyle={mapStyle}
      initialViewState={{ bounds: [west, south, east, north], fitBoundsOptions: { padding, maxZoom: 15 } }}
      maxZoom={maxZoom}
      dragRotate={false}
      attributionControl={{ compact: true }}
      onZoomEnd={({ viewState }) => setZoom(viewState.zoom)}
      onError={(error) => isOfBlankMap(error) && onFailed()}
      onLoad={({ target }) => setZoom(target.getZoom())}
    >
      <NavigationControl showCompass={false} position="top-right" />
      {clusterPins(numbered, zoom).map((cluster) => (
        <Pin
          key={cluster.items[0]?.id}
          cluster={cluster}
          on={cluster.items.some(({ id }) => id === pointedId || id === chosenId)}
          onPress={() =>
            cluster.items.length > 1 && zoom < maxZoom ? showAll(cluster.items) : onChoose?.(cluster.items[0]?.id)
          }
        />
      ))}
      {chosen?.slug && onChoose && <PlacePopup place={chosen} onClose={() => onChoose(undefined)} />}
    </Map>
  )
}
