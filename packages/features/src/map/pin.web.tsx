import { Marker } from '@vis.gl/react-maplibre'
import { PinButton, type PinProps } from './pin-button'

export function Pin(props: PinProps) {
  const { items, center } = props.cluster
  return (
    <Marker longitude={center.lon} latitude={center.lat} anchor={items.length > 1 ? 'center' : 'bottom'}>
      <PinButton {...props} />
    </Marker>
  )
}
