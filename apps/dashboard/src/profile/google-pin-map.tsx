import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useMap } from '@vis.gl/react-google-maps'
import { GoogleMap } from '@buy-locals/features/google-map'
import { GoogleOverlay } from '@buy-locals/features/google-overlay'
import { movePin, type Point } from './move-pin'
import { PinButton } from './pin-button'
import type { PinMapProps } from './pin-map'

type GooglePinMapProps = PinMapProps & { apiKey: string }

/** The same as the map without a key, from Google. */
export default function GooglePinMap({ apiKey, ...props }: GooglePinMapProps) {
  const { lat, lon } = props.point
  return (
    <GoogleMap
      apiKey={apiKey}
      onFailed={props.onFailed}
      defaultCenter={{ lat, lng: lon }}
      defaultZoom={15}
      maxZoom={19}
      gestureHandling="cooperative"
      onClick={({ detail: { latLng } }) => latLng && props.onMove({ lat: latLng.lat, lon: latLng.lng })}
    >
      <MovingPin {...props} />
    </GoogleMap>
  )
}

function MovingPin({ point, label, describedBy, onMove }: Omit<PinMapProps, 'onFailed'>) {
  const map = useMap()
  const pin = useRef<HTMLButtonElement>(null)
  const { lat, lon } = point

  useEffect(() => {
    if (map?.getBounds()?.contains({ lat, lng: lon }) === false) map.setCenter({ lat, lng: lon })
  }, [map, lat, lon])

  function moveTo(moved: Point) {
    onMove(moved)
    pin.current?.focus({ preventScroll: true })
  }
  function moveByKey(event: KeyboardEvent) {
    // Google counts zooms of 256 pixels, we of 512.
    const moved = movePin(point, event.key, { zoom: (map?.getZoom() ?? 15) - 1, isFine: event.shiftKey })
    if (!moved) return
    event.preventDefault()
    event.stopPropagation()
    onMove(moved)
  }
  return (
    <GoogleOverlay location={point} onDrag={moveTo}>
      <PinButton ref={pin} label={label} describedBy={describedBy} onKeyDown={moveByKey} />
    </GoogleOverlay>
  )
}
