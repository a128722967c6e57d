import { useState } from 'react'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import { LazyMap } from '../map/lazy-map'
import type { BusinessPage } from './load-business'
import styles from './location.module.css'

/** The address in full, and a map for whoever asks. */
export function BusinessLocation({ business, phoneText }: Pick<BusinessPage, 'business' | 'phoneText'>) {
  const t = useT()
  const [isMapShown, setMapShown] = useState(false)
  const { name, location, address, phone, website } = business
  const town = [address.city, address.region, address.postcode].filter(Boolean).join(', ')
  return (
    <section aria-labelledby="where-title">
      <Card>
        <Title level={2} size="lead" id="where-title">
          {t('place.where')}
        </Title>
        <address style={{ fontStyle: 'normal', display: 'grid' }}>
          {address.street && <Text>{address.street}</Text>}
          <Text>{town}</Text>
        </address>
        {isMapShown ? (
          <div className={styles.map} role="group" aria-label={t('place.mapOf', { name })}>
            <LazyMap items={[{ id: business.id, name, location }]} near={location} radius={1500} />
          </div>
        ) : (
          <Button tone="secondary" icon="map-pin" label={t('place.showMap')} onPress={() => setMapShown(true)} />
        )}
        {phone && <TextLink label={t('place.phone', { phone: phoneText ?? phone })} href={`tel:${phone}`} />}
        {website && <TextLink label={t('place.website')} href={website} external />}
      </Card>
    </section>
  )
}
