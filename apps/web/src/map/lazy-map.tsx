import type { ComponentProps } from 'react'
import { lazyMap } from '@buy-locals/features/lazy-map'
import { useSite } from '../site/use-site'

const PlacesMap = lazyMap(() => import('./places-map'))

export function LazyMap(props: Omit<ComponentProps<typeof PlacesMap>, 'mapStyle' | 'googleKey'>) {
  const site = useSite()
  return <PlacesMap {...props} mapStyle={site?.mapStyle} googleKey={site?.googleKey} />
}
