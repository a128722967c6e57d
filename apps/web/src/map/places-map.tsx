import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import { Map, Marker, NavigationControl, Popup, type MapRef } from '@vis.gl/react-maplibre'
import { setWorkerUrl } from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { RatingLine } from '@buy-locals/features/rating-line'
import { TextLink } from '@buy-locals/ui/text-link'
import { Icon } from '@buy-locals/ui/icon'
import { useSite } from '../site/use-site'
import { findBounds } from './bounds'
import styles from './places-map.module.css'

setWorkerUrl(worker)

type Place = {
  id: string
  slug?: string
  name: string
  location: { lat: number; lon: number }
  rating?: { mean: number; count: number }
}
type PlacesMapProps = {
  items: readonly Place[]
  near: { lat: number; lon: number }
  radius: number
  hoveredId?: string | undefined
}

/** The businesses of the list. Each marker is a button with the name of its business. */
export default function PlacesMap({ items, near, radius, hoveredId }: PlacesMapProps) {
  const site = useSite()
  const map = useRef<MapRef>(null)
  const [chosenId, setChosenId] = useState<string>()
  const chosen = items.find(({ id }) => id === chosenId)
  const [west, south, east, north] = findBounds(
    items.map(({ location }) => location),
    near,
    radius,
  )

  useEffect(() => {
    map.current?.fitBounds([west, south, east, north], { padding: 56, maxZoom: 15, duration: 0 })
  }, [west, south, east, north])

  return (
    <Map
      ref={map}
      mapStyle={site?.mapStyle ?? ''}
      initialViewState={{ bounds: [west, south, east, north], fitBoundsOptions: { padding: 56, maxZoom: 15 } }}
      maxZoom={17}
      dragRotate={false}
      attributionControl={{ compact: true }}
    >
      <NavigationControl showCompass={false} position="top-right" />
      {items.map((item) => (
        <Marker key={item.id} longitude={item.location.lon} latitude={item.location.lat} anchor="bottom">
          <button
            type="button"
            className={styles.marker}
            aria-label={item.name}
            data-on={item.id === hoveredId || item.id === chosenId ? '' : undefined}
            onClick={(event) => {
              event.stopPropagation()
              setChosenId(item.id)
            }}
          >
            <Icon decorative name="store" size={18} />
          </button>
        </Marker>
      ))}
      {chosen?.slug && (
        <Popup
          longitude={chosen.location.lon}
          latitude={chosen.location.lat}
          offset={40}
          closeButton={false}
          onClose={() => setChosenId(undefined)}
        >
          <TextLink label={chosen.name} href={`/b/${chosen.slug}`} />
          {chosen.rating && <RatingLine rating={chosen.rating} />}
        </Popup>
      )}
    </Map>
  )
}
