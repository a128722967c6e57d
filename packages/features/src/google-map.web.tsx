import { useEffect, useReducer, type ReactNode } from 'react'
import { APIProvider, ColorScheme, Map, useApiLoadingStatus, type MapProps } from '@vis.gl/react-google-maps'
import { translatorForFeatures, useI18n } from './i18n'
import { MapNote } from './map-note'

type GoogleMapProps = MapProps & {
  apiKey: string
  /** A screen that has more to say in the place of a map that does not load. */
  onFailed?: () => void
}

/** Google's map as every screen shows it. Where it does not load there are words: what Google has found may be on no other map. */
export function GoogleMap({ apiKey, onFailed, ...map }: GoogleMapProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const [hasFailed, fail] = useReducer(() => true, false)
  useEffect(() => {
    // Google calls it where it does not take the key: "Authentication errors" of the Maps JavaScript API.
    Object.assign(window, { gm_authFailure: fail })
  }, [])
  useEffect(() => {
    if (hasFailed) onFailed?.()
  }, [hasFailed, onFailed])
  if (hasFailed) return <MapNote text={t('map.failed')} />
  return (
    <APIProvider apiKey={apiKey} language={i18n.locale} onError={fail}>
      <OnceLoaded>
        <Map
          colorScheme={ColorScheme.FOLLOW_SYSTEM}
          clickableIcons={false}
          mapTypeControl={false}
          streetViewControl={false}
          fullscreenControl={false}
          {...map}
        />
      </OnceLoaded>
    </APIProvider>
  )
}

function OnceLoaded({ children }: { children: ReactNode }) {
  const t = translatorForFeatures(useI18n())
  return useApiLoadingStatus() === 'LOADED' ? children : <MapNote text={t('map.loading')} />
}
