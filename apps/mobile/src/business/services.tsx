import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listServices } from '@buy-locals/contracts/booking/operations'
import type { ListedService } from '@buy-locals/contracts/booking/shapes'
import { paymentText } from '@buy-locals/features/booking/payment-text'
import { translatorForFeatures, useI18n, type I18n } from '@buy-locals/features/i18n'
import { PriceTag } from '@buy-locals/features/price-tag'
import { Avatar } from '@buy-locals/ui/avatar'
import { Badge } from '@buy-locals/ui/badge'
import { List, ListRow } from '@buy-locals/ui/list'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { formatDuration } from '@buy-locals/values/format-time'
import { FailedState } from '../shell/screen-error'
import { CancellationPolicy } from './cancellation-policy'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'
import { useDetailPhotos } from './use-detail-photos'

/** What there is and what it costs. A listing from open data has none. */
export function Services({ business }: { business: ShownBusiness }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { id: businessId, slug, status } = business
  const { data, error, refetch } = useOperationQuery(listServices, { params: { businessId } })
  const photoOf = useDetailPhotos(businessId)
  const services = data?.items.filter(({ active }) => active) ?? []
  const isPublished = status === 'published'
  if (!data && !error) return null
  return (
    <Section title={t('business.services')}>
      {!data && <FailedState level={3} error={error} onRetry={() => void refetch()} />}
      {data && services.length === 0 && <Text tone="quiet">{t('business.noServices')}</Text>}
      {services.length > 0 && (
        <List label={t('business.services')}>
          {services.map((service) => {
            const { id, name, price, awaitsPayments } = service
            const photo = photoOf(id)
            return (
              <ListRow
                key={id}
                title={name}
                detail={describeService(i18n, service)}
                href={isPublished && !awaitsPayments ? `/b/${slug}/book/${id}` : undefined}
                leading={photo && <Avatar name={name} photo={photo.src} decorative />}
                trailing={
                  <Stack gap="xs">
                    <PriceTag price={price} />
                    {isPublished && awaitsPayments && <Badge tone="pending" label={t('business.opensSoon')} />}
                  </Stack>
                }
              />
            )
          })}
        </List>
      )}
      <CancellationPolicy services={services} />
    </Section>
  )
}

/** How long it takes, for how many it is, how it is paid, and what its owner writes of it. */
function describeService(i18n: I18n, { durationMinutes, capacity, quote, description }: ListedService): string {
  const t = translatorForFeatures(i18n)
  const details = [
    formatDuration(i18n, durationMinutes),
    capacity > 1 && t('business.group', { count: capacity }),
    paymentText(i18n, quote),
  ]
  return [details.filter(Boolean).join(' · '), description].filter(Boolean).join('\n')
}
