import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listServices } from '@buy-locals/contracts/booking/operations'
import { paymentText } from '@buy-locals/features/booking/payment-text'
import { useI18n } from '@buy-locals/features/i18n'
import { PriceTag } from '@buy-locals/features/price-tag'
import { List, ListRow } from '@buy-locals/ui/list'
import { Text } from '@buy-locals/ui/text'
import { formatDuration } from '@buy-locals/values/format-time'
import { useT } from '../messages/mobile-i18n'
import { FailedState } from '../shell/screen-error'
import { Section } from './section'
import type { ShownBusiness } from './shown-business'

/** What there is and what it costs. A listing from open data has none. */
export function Services({ business }: { business: ShownBusiness }) {
  const t = useT()
  const i18n = useI18n()
  const { id: businessId, slug, status } = business
  const { data, error, refetch } = useOperationQuery(listServices, { params: { businessId } })
  const services = data?.items.filter(({ active }) => active) ?? []
  if (!data && !error) return null
  return (
    <Section title={t('place.services')}>
      {!data && <FailedState level={3} error={error} onRetry={() => void refetch()} />}
      {data && services.length === 0 && <Text tone="quiet">{t('place.noServices')}</Text>}
      {services.length > 0 && (
        <List label={t('place.services')}>
          {services.map(({ id, name, durationMinutes, price, quote, awaitsPayments }) => (
            <ListRow
              key={id}
              title={name}
              detail={[formatDuration(i18n, durationMinutes), paymentText(i18n, quote)].filter(Boolean).join(' · ')}
              href={status === 'published' && !awaitsPayments ? `/b/${slug}/book/${id}` : undefined}
              trailing={<PriceTag price={price} />}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
