import { lazy, Suspense, type ComponentProps } from 'react'
import { useT } from '../messages/site-i18n'
import { useSite } from '../site/use-site'
import styles from './lazy-map.module.css'

const PlacesMap = lazy(() => import('./places-map'))
const GoogleMap = lazy(() => import('./google-map'))

/** The map is large: it is fetched once it is shown. */
export function LazyMap(props: ComponentProps<typeof PlacesMap>) {
  const t = useT()
  const Map = useSite()?.googleKey ? GoogleMap : PlacesMap
  return (
    <Suspense fallback={<p className={styles.loading}>{t('home.mapLoading')}</p>}>
      <Map {...props} />
    </Suspense>
  )
}
