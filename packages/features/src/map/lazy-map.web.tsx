import { lazy, Suspense, useReducer, type ComponentProps, type ComponentType } from 'react'
import { AbsentMap } from '../absent-map'
import { translatorForFeatures, useI18n } from '../i18n'
import { MapNote } from '../map-note'
import type { GooglePlacesMap } from './google-places-map'
import type { PlacesMap, PlacesMapProps } from './places-map'

type LazyMapProps = Omit<PlacesMapProps, 'onFailed'> & { mapStyle: string | undefined; googleKey: string | undefined }

const absent = () => ({ default: AbsentMap })
const GoogleMap = lazy<ComponentType<ComponentProps<typeof GooglePlacesMap>>>(() =>
  import('./google-places-map').then(({ GooglePlacesMap: Map }) => ({ default: Map }), absent),
)

/** The map is large: it is fetched once it is shown. All that it shows is in the list too, also where it cannot be shown. */
export function lazyMap(load: () => Promise<{ PlacesMap: typeof PlacesMap }>) {
  const FreeMap = lazy<ComponentType<ComponentProps<typeof PlacesMap>>>(() =>
    load().then(({ PlacesMap: Map }) => ({ default: Map }), absent),
  )
  return function LazyMap({ mapStyle, googleKey, ...props }: LazyMapProps) {
    const t = translatorForFeatures(useI18n())
    const [hasFailed, fail] = useReducer(() => true, false)
    const map = { ...props, onFailed: fail }
    const loading = <MapNote text={t('map.loading')} />
    if (hasFailed) return <MapNote text={t('map.failed')} />
    return (
      <Suspense fallback={loading}>
        {googleKey ? (
          <GoogleMap {...map} apiKey={googleKey} />
        ) : mapStyle ? (
          <FreeMap {...map} mapStyle={mapStyle} />
        ) : (
          loading
        )}
      </Suspense>
    )
  }
}
