import { useState } from 'react'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatDistance } from '@buy-locals/features/place/distance'
import { formatAddress } from '@buy-locals/values/address'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { toDirections } from '../map/directions'
import { useDevice } from '../site/browser-only'
import { useSite } from '../site/use-site'
import { LazyMap } from '../map/lazy-map'
import type { BusinessPage } from './load-business'
import styles from './location.module.css'

/** Near enough that it says something. */
const farthest = 100_000

/** The address in full and the way there; where the map has streets, those around it for whoever asks. */
export function BusinessLocation({ page: { business, phoneText, town: center } }: { page: BusinessPage }) {
  const t = translatorForFeatures(useI18n())
  const i18n = useI18n()
  const device = useDevice()
  const hasStreets = useSite()?.hasStreets
  const [isMapShown, setMapShown] = useState(false)
  const { name, location, address, phone, website } = business
  const town = formatAddress({ ...address, street: undefined })
  return (
    <section aria-labelledby="where-title">
      <Card>
        <Title level={2} size="lead" id="where-title">
          {t('business.where')}
        </Title>
        <address style={{ fontStyle: 'normal', display: 'grid' }}>
          {address.street && <Text>{address.street}</Text>}
          <Text>{town}</Text>
        </address>
        {center && center.metersAway < farthest && (
          <Text size="small" tone="quiet">
            {t('business.fromCenter', { distance: formatDistance(i18n, center.metersAway), town: center.name })}
          </Text>
        )}
        <TextLink external label={t('business.directions')} href={toDirections(business, device ?? '')} />
        {!hasStreets ? null : isMapShown ? (
          <div className={styles.map} role="group" aria-label={t('business.mapOf', { name })}>
            <LazyMap items={[{ id: business.id, name, location }]} near={location} radius={1500} />
          </div>
        ) : (
          <Button tone="secondary" icon="map-pin" label={t('business.showMap')} onPress={() => setMapShown(true)} />
        )}
        {phone && <TextLink label={t('business.phone', { phone: phoneText ?? phone })} href={`tel:${phone}`} />}
        {website && <TextLink label={t('business.website')} href={website} external />}
      </Card>
    </section>
  )
}
