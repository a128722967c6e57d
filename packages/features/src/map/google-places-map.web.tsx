import { useEffect, useState } from 'react'
import { useMap } from '@vis.gl/react-google-maps'
import { GoogleMap } from '../google-map'
import { GoogleOverlay } from '../google-overlay'
import { findBounds } from '../place/bounds'
import { clusterPins } from '../place/clusters'
import { PinButton } from './pin-button'
import { PlaceCard } from './place-card'
import type { PlacesMapProps } from './places-map'

const maxZoom = 18
const padding = 56

/** The same as the map without a key, from Google. */
export function GooglePlacesMap({ apiKey, ...props }: PlacesMapProps & { apiKey: string }) {
  const { items, near, radius } = props
  const [bounds] = useState(() => toGoogle(findBounds(items.map(({ location }) => location), near, radius))) // prettier-ignore
  return (
    <GoogleMap
      apiKey={apiKey}
      defaultBounds={{ ...bounds, padding }}
      maxZoom={maxZoom}
      gestureHandling="greedy"
      onClick={() => props.onChoose?.(undefined)}
    >
      <Places {...props} />
    </GoogleMap>
  )
}

function Places({ items, near, radius, pointedId, chosenId, onChoose }: PlacesMapProps) {
  const map = useMap()
  const [zoom, setZoom] = useState(13)
  const chosen = items.find(({ id }) => id === chosenId)
  const [west, south, east, north] = findBounds(items.map(({ location }) => location), near, radius) // prettier-ignore

  useEffect(() => {
    if (!map) return
    const listener = map.addListener('zoom_changed', () => setZoom(map.getZoom() ?? 13))
    return () => listener.remove()
  }, [map])
  useEffect(() => {
    map?.fitBounds({ west, south, east, north }, padding)
  }, [map, west, south, east, north])

  const numbered = items.map((item, at) => ({ ...item, number: at + 1 }))
  return (
    <>
      {/* Google counts zooms of 256 pixels, we of 512. */}
      {clusterPins(numbered, zoom - 1).map((cluster) => {
        const isCluster = cluster.items.length > 1
        const isOn = cluster.items.some(({ id }) => id === pointedId || id === chosenId)
        const showAll = () => map?.fitBounds(toGoogle(findBounds(cluster.items.map(({ location }) => location), near, radius)), padding) // prettier-ignore
        return (
          <GoogleOverlay
            key={cluster.items[0]?.id}
            location={cluster.center}
            anchor={isCluster ? 'center' : 'bottom'}
            raised={isOn}
          >
            <PinButton
              cluster={cluster}
              on={isOn}
              onPress={() => (isCluster && zoom < maxZoom ? showAll() : onChoose?.(cluster.items[0]?.id))}
            />
          </GoogleOverlay>
        )
      })}
      {chosen?.slug && onChoose && (
        <GoogleOverlay location={chosen.location} lift={48} raised>
          <PlaceCard place={chosen} onClose={() => onChoose(undefined)} framed />
        </GoogleOverlay>
      )}
    </>
  )
}

const toGoogle = ([west, south, east, north]: ReturnType<typeof findBounds>) => ({ west, south, east, north })
