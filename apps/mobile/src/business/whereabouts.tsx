import { Card } from '@buy-locals/ui/card'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { formatAddress } from '@buy-locals/values/address'
import { formatPhone } from '@buy-locals/values/phone'
import { useT } from '../messages/mobile-i18n'
import { directionsTo } from './directions'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'

/** The address in full, and the ways to get in touch. */
export function Whereabouts({ business }: { business: ShownBusiness }) {
  const t = useT()
  const { address, phone, website } = business
  return (
    <Section title={t('place.where')}>
      <Card>
        <Stack gap="md">
          <Text>{formatAddress(address)}</Text>
          <TextLink external label={t('place.directions')} href={directionsTo(business)} />
          {phone && (
            <TextLink
              external
              label={t('place.phone', { phone: formatPhone(phone, address.country) })}
              href={`tel:${phone}`}
            />
          )}
          {website && <TextLink external label={t('place.website')} href={website} />}
        </Stack>
      </Card>
    </Section>
  )
}
