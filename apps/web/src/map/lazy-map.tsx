import { lazy, Suspense, type ComponentProps } from 'react'
import { MapNote } from '@buy-locals/features/map-note'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useSite } from '../site/use-site'

const PlacesMap = lazy(() => import('./places-map'))
const GoogleMap = lazy(() => import('./google-map'))

/** The map is large: it is fetched once it is shown. */
export function LazyMap(props: ComponentProps<typeof PlacesMap>) {
  const t = translatorForFeatures(useI18n())
  const Map = useSite()?.googleKey ? GoogleMap : PlacesMap
  return (
    <Suspense fallback={<MapNote text={t('map.loading')} />}>
      <Map {...props} />
    </Suspense>
  )
}
