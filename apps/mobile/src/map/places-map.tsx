import { useEffect, useRef, useState } from 'react'
import { useColorScheme, useWindowDimensions } from 'react-native'
import MapView, { Marker } from 'react-native-maps'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { findBounds } from '@buy-locals/features/place/bounds'
import { clusterPins } from '@buy-locals/features/place/clusters'
import type { PlacesMapProps } from './map-props'
import { Pin } from './pin'
import { toRegion, zoomOf } from './region'

const maxZoom = 17

/** The phone's own map, with the businesses of the list under their numbers. */
export function PlacesMap({ items, near, radius, pointedId, chosenId, onChoose }: PlacesMapProps) {
  const t = translatorForFeatures(useI18n())
  const scheme = useColorScheme()
  const { width } = useWindowDimensions()
  const map = useRef<MapView>(null)
  const boundsOf = (some: PlacesMapProps['items']) => findBounds(some.map(({ location }) => location), near, radius) // prettier-ignore
  const [west, south, east, north] = boundsOf(items)
  const [region, setRegion] = useState(() => toRegion([west, south, east, north]))
  const zoom = zoomOf(region, width)

  useEffect(() => {
    map.current?.animateToRegion(toRegion([west, south, east, north]), 0)
  }, [west, south, east, north])

  const numbered = items.map((item, at) => ({ ...item, number: at + 1 }))
  return (
    <MapView
      ref={map}
      style={mapStyle}
      accessibilityLabel={t('find.mapLabel')}
      userInterfaceStyle={scheme === 'dark' ? 'dark' : 'light'}
      initialRegion={region}
      rotateEnabled={false}
      pitchEnabled={false}
      toolbarEnabled={false}
      onRegionChangeComplete={setRegion}
    >
      {clusterPins(numbered, zoom).map(({ items: together, center }) => {
        const [first] = together
        if (!first) return null
        const isCluster = together.length > 1
        const isOn = together.some(({ id }) => id === pointedId || id === chosenId)
        const zoomIn = () => map.current?.animateToRegion(toRegion(boundsOf(together)), 0)
        return (
          <Marker
            // What is drawn of a marker is drawn once.
            key={`${first.id} ${together.length} ${isOn}`}
            coordinate={{ latitude: center.lat, longitude: center.lon }}
            zIndex={isOn ? 1 : 0}
            tracksViewChanges={false}
            accessibilityRole="button"
            accessibilityLabel={
              isCluster
                ? t('find.cluster', { count: together.length })
                : t('find.pin', { number: first.number, name: first.name })
            }
            onPress={() => (isCluster && zoom < maxZoom ? zoomIn() : onChoose?.(first.id))}
          >
            <Pin text={String(isCluster ? together.length : first.number)} isCluster={isCluster} isOn={isOn} />
          </Marker>
        )
      })}
    </MapView>
  )
}

const mapStyle = { flex: 1 } as const
