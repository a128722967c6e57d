import { Popup } from '@vis.gl/react-maplibre'
import { PlaceCard, type Place } from './place-card'

export function PlacePopup({ place, onClose }: { place: Place; onClose: () => void }) {
  const { lat, lon } = place.location
  return (
    <Popup longitude={lon} latitude={lat} offset={44} closeButton={false} maxWidth="280px" onClose={onClose}>
      <PlaceCard place={place} onClose={onClose} />
    </Popup>
  )
}
