import { useMemo } from 'react'
import { translatorForFeatures, useI18n } from '../i18n'

/** What MapLibre says by itself, by its own keys. */
export function useMapTexts(): Record<string, string> {
  const i18n = useI18n()
  return useMemo(() => {
    const t = translatorForFeatures(i18n)
    return {
      'Map.Title': t('map.title'),
      'Marker.Title': t('map.pin'),
      'NavigationControl.ZoomIn': t('map.zoomIn'),
      'NavigationControl.ZoomOut': t('map.zoomOut'),
      'Popup.Close': t('ui.close'),
      'AttributionControl.ToggleAttribution': t('map.sources'),
      'CooperativeGesturesHandler.WindowsHelpText': t('map.scroll'),
      'CooperativeGesturesHandler.MacHelpText': t('map.scrollOnMac'),
      'CooperativeGesturesHandler.MobileHelpText': t('map.twoFingers'),
    }
  }, [i18n])
}
