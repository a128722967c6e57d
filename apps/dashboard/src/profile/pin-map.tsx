import 'maplibre-gl/dist/maplibre-gl.css'
import '@buy-locals/features/maplibre.css'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Map, Marker, NavigationControl, type MapRef } from '@vis.gl/react-maplibre'
import { setWorkerUrl } from 'maplibre-gl'
import { isOfBlankMap } from '@buy-locals/features/place/blank-map'
import { useMapTexts } from '@buy-locals/features/place/map-texts'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { movePin, type Point } from './move-pin'
import { PinButton } from './pin-button'

setWorkerUrl(worker)

export type PinMapProps = {
  point: Point
  label: string
  describedBy: string
  onMove: (point: Point) => void
  onFailed: () => void
}

/** A pin that is dragged, moved by the arrow keys, or put where one taps; the keys go on from there. */
export default function PinMap({ mapStyle, ...props }: PinMapProps & { mapStyle: string }) {
  const { point, label, describedBy, onMove, onFailed } = props
  const texts = useMapTexts()
  const map = useRef<MapRef>(null)
  const pin = useRef<HTMLButtonElement>(null)
  const { lat, lon } = point

  useEffect(() => {
    if (map.current?.getBounds().contains([lon, lat]) === false) map.current.jumpTo({ center: [lon, lat] })
  }, [lat, lon])

  function moveTo(moved: Point) {
    onMove(moved)
    pin.current?.focus({ preventScroll: true })
  }
  function moveByKey(event: KeyboardEvent) {
    const moved = movePin(point, event.key, { zoom: map.current?.getZoom() ?? 14, isFine: event.shiftKey })
    if (!moved) return
    event.preventDefault()
    event.stopPropagation()
    onMove(moved)
  }
  return (
    <Map
      ref={map}
      locale={texts}
      mapStyle={mapStyle}
      initialViewState={{ longitude: lon, latitude: lat, zoom: 14 }}
      maxZoom={18}
      dragRotate={false}
      cooperativeGestures
      attributionControl={{ compact: true }}
      onError={(error) => isOfBlankMap(error) && onFailed()}
      onClick={({ lngLat: { lat: tappedLat, lng } }) => moveTo({ lat: tappedLat, lon: lng })}
    >
      <NavigationControl showCompass={false} position="top-right" />
      <Marker
        longitude={lon}
        latitude={lat}
        anchor="bottom"
        draggable
        onDragEnd={({ lngLat: { lat: draggedLat, lng } }) => moveTo({ lat: draggedLat, lon: lng })}
      >
        <PinButton ref={pin} label={label} describedBy={describedBy} onKeyDown={moveByKey} />
      </Marker>
    </Map>
  )
}
