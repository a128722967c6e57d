import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { lazyMap } from '@buy-locals/features/lazy-map'
import { loadFreeMap } from './free-map'
import type { PlacesMapProps } from './map-props'

const Map = lazyMap(loadFreeMap)

/** That of the site, with its pins alone: what a pin is of is shown beside it. */
export function PlacesMap({ items, ...props }: PlacesMapProps) {
  const { data } = useOperationQuery(readConfig, {})
  const pins = items.map(({ id, name, location }) => ({ id, name, location }))
  return <Map {...props} items={pins} mapStyle={data?.map.style} googleKey={data?.map.googleKey} />
}
