import { lazy, Suspense, useReducer, type ComponentType } from 'react'
import { AbsentMap } from '@buy-locals/features/absent-map'
import { MapNote } from '@buy-locals/features/map-note'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useSite } from '../site/use-site'
import type { PlacesMapProps } from './places-map'

const absent = () => ({ default: AbsentMap })
const PlacesMap = lazy<ComponentType<PlacesMapProps>>(() => import('./places-map').catch(absent))
const GoogleMap = lazy<ComponentType<PlacesMapProps>>(() => import('./google-map').catch(absent))

/** The map is large: it is fetched once it is shown. All that it shows is in the list too, also where it cannot be shown. */
export function LazyMap(props: Omit<PlacesMapProps, 'onFailed'>) {
  const t = translatorForFeatures(useI18n())
  const [hasFailed, fail] = useReducer(() => true, false)
  const Map = useSite()?.googleKey ? GoogleMap : PlacesMap
  if (hasFailed) return <MapNote text={t('map.failed')} />
  return (
    <Suspense fallback={<MapNote text={t('map.loading')} />}>
      <Map {...props} onFailed={fail} />
    </Suspense>
  )
}
