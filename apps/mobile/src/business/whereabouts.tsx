import { useState } from 'react'
import { View } from 'react-native'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { radius } from '@buy-locals/ui/theme'
import { formatAddress } from '@buy-locals/values/address'
import { formatPhone } from '@buy-locals/values/phone'
import { PlacesMap } from '../map/places-map'
import { useHasStreets } from '../map/use-has-streets'
import { directionsTo } from './directions'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'

/** The address in full, and the ways to get there and in touch. */
export function Whereabouts({ business }: { business: ShownBusiness }) {
  const t = translatorForFeatures(useI18n())
  const hasStreets = useHasStreets()
  const [isMapShown, setMapShown] = useState(false)
  const { id, name, location, address, phone, website } = business
  return (
    <Section title={t('business.where')}>
      <Card>
        <Stack gap="md">
          <Text>{formatAddress(address)}</Text>
          <TextLink external label={t('business.directions')} href={directionsTo(business)} />
          {hasStreets && !isMapShown && (
            <Button tone="secondary" icon="map-pin" label={t('business.showMap')} onPress={() => setMapShown(true)} />
          )}
          {hasStreets && isMapShown && (
            <View role="group" aria-label={t('business.mapOf', { name })} style={mapStyle}>
              <PlacesMap items={[{ id, name, location }]} near={location} radius={1500} />
            </View>
          )}
          {phone && (
            <TextLink
              external
              label={t('business.phone', { phone: formatPhone(phone, address.country) })}
              href={`tel:${phone}`}
            />
          )}
          {website && <TextLink external label={t('business.website')} href={website} />}
        </Stack>
      </Card>
    </Section>
  )
}

const mapStyle = { height: 240, borderRadius: radius.control, overflow: 'hidden' } as const
