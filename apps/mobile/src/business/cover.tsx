import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { OpenState } from '@buy-locals/features/open-state'
import { describeBusiness } from '@buy-locals/features/place/about'
import { RatingLine } from '@buy-locals/features/rating-line'
import { Badge } from '@buy-locals/ui/badge'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'
import { Photos } from './photos'
import { ShareButton } from './share-button'
import type { ShownBusiness } from './shown-business'

/** The shop window: its pictures, its name, whether it is open, and the ways to get in touch at once. */
export function Cover({ business, now }: { business: ShownBusiness; now: string }) {
  const t = useT()
  const i18n = useI18n()
  const { address, source, description, rating, open, timeZone, phone } = business
  return (
    <Stack gap="md">
      <Photos business={business} />
      <Title level={1}>{business.name}</Title>
      <Text tone="quiet">{describeBusiness(i18n, business, address.city)}</Text>
      <Row wrap gap="lg">
        <RatingLine rating={rating} />
        <OpenState open={open} timeZone={timeZone} now={now} />
        {source?.kind === 'demonstration' && (
          <Badge tone="info" icon="tag" label={translatorForFeatures(i18n)('place.demonstration')} />
        )}
      </Row>
      <Buttons>
        {phone && <Button tone="secondary" icon="phone" label={t('place.call')} href={`tel:${phone}`} />}
        <ShareButton business={business} />
      </Buttons>
      {description && <Text>{description}</Text>}
    </Stack>
  )
}
