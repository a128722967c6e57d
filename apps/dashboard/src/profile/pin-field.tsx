import { lazy, Suspense, useId, useReducer, type ComponentType } from 'react'
import { useController, useWatch, type Control } from 'react-hook-form'
import { findPlaces } from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { AbsentMap } from '@buy-locals/features/absent-map'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { MapNote } from '@buy-locals/features/map-note'
import { formatDistance, measureMeters } from '@buy-locals/features/place/distance'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useT } from '../messages/use-t'
import { toPoint, type Point } from './move-pin'
import type { PinMapProps } from './pin-map'
import styles from './pin-map.module.css'
import type { ProfileForm } from './profile-form'

const absent = () => ({ default: AbsentMap })
const PinMap = lazy<ComponentType<PinMapProps & { mapStyle: string }>>(() => import('./pin-map').catch(absent))
const GooglePinMap = lazy<ComponentType<PinMapProps & { apiKey: string }>>(() =>
  import('./google-pin-map').catch(absent),
)

/** Where customers find the business. Without streets the words say what the map cannot. */
export function PinField({ control }: { control: Control<ProfileForm> }) {
  const t = useT()
  const i18n = useI18n()
  const hintId = useId()
  const [hasNoMap, fail] = useReducer(() => true, false)
  const { field } = useController({ control, name: 'location' })
  const [postcode, city] = useWatch({ control, name: ['address.postcode', 'address.city'] })
  const map = useOperationQuery(readConfig, {}).data?.map
  const q = (postcode?.trim() ?? '') || (city?.trim() ?? '')
  const center = useOperationQuery(findPlaces, { query: { q, kind: 'town' } }, { when: q !== '' && map !== undefined })
    .data?.items[0]
  const point = field.value
  if (!point || !map) return null
  const pin = {
    point,
    label: t('profile.pin'),
    describedBy: hintId,
    onMove: (moved: Point) => field.onChange(toPoint(moved)),
    onFailed: fail,
  }
  return (
    <Stack gap="sm">
      <Text weight="medium">{t('profile.pin')}</Text>
      {!hasNoMap && (
        <Text size="small" tone="quiet" id={hintId}>
          {t(map.hasStreets ? 'profile.pinHint' : 'profile.pinHintNoStreets')}
        </Text>
      )}
      <div className={styles.map}>
        {hasNoMap ? (
          <MapNote text={t('profile.pinNoMap')} />
        ) : (
          <Suspense fallback={<MapNote text={translatorForFeatures(i18n)('map.loading')} />}>
            {map.googleKey ? (
              <GooglePinMap apiKey={map.googleKey} {...pin} />
            ) : (
              <PinMap mapStyle={map.style} {...pin} />
            )}
          </Suspense>
        )}
      </div>
      <div role="status">
        {center && (
          <Text size="small">
            {t('profile.pinDistance', {
              distance: formatDistance(i18n, measureMeters(center.location, point)),
              place: center.label,
            })}
          </Text>
        )}
      </div>
    </Stack>
  )
}
