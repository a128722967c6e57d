import { PriceTag } from '@buy-locals/features/price-tag'
import { paymentText } from '@buy-locals/features/booking/payment-text'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatDuration } from '@buy-locals/values/format-time'
import { Badge } from '@buy-locals/ui/badge'
import { photoSources } from '@buy-locals/features/place/photo-sources'
import { Button } from '@buy-locals/ui/button'
import { Photo } from '@buy-locals/ui/photo'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import type { BusinessPage } from './load-business'
import styles from './services.module.css'
import { useFirstOf } from './use-first-of'

const shownAtFirst = 24

/** What can be booked, what it costs, and the way to a time. */
export function Services({ page: { business, services } }: { page: BusinessPage }) {
  const t = translatorForFeatures(useI18n())
  const i18n = useI18n()
  const { list, shown, hasMore, showAll } = useFirstOf(services, shownAtFirst)
  return (
    <section id="services" aria-labelledby="services-title">
      <Stack>
        <Title level={2} id="services-title">
          {t('business.services')}
        </Title>
        {services.length === 0 && <Text tone="quiet">{t('business.noServices')}</Text>}
        {services.length > 0 && (
          <ul className={styles.services} ref={list}>
            {shown.map((service) => (
              <li key={service.id} data-photo={service.photo && ''}>
                {service.photo && (
                  <div className={styles.photo}>
                    <Photo
                      ratio={1}
                      src={service.photo.url}
                      {...photoSources(service.photo)}
                      sizes="88px"
                      alt={service.photo.alt}
                      fallback={null}
                    />
                  </div>
                )}
                <Stack gap="xs">
                  <Title level={3} size="body">
                    {service.name}
                  </Title>
                  {service.description && (
                    <Text size="small" tone="quiet">
                      {service.description}
                    </Text>
                  )}
                  <Row wrap gap="sm">
                    <PriceTag price={service.price} />
                    <Text size="small" tone="quiet">
                      {[
                        formatDuration(i18n, service.durationMinutes),
                        service.capacity > 1 && t('business.group', { count: service.capacity }),
                        paymentText(i18n, service.quote),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </Row>
                </Stack>
                {business.status === 'published' && service.awaitsPayments && (
                  <Badge tone="pending" label={t('business.opensSoon')} />
                )}
                {business.status === 'published' && !service.awaitsPayments && (
                  <Button
                    label={t('business.book')}
                    name={t('business.bookNamed', { service: service.name })}
                    href={`/b/${business.slug}/book/${service.id}`}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {hasMore && (
          <Button tone="secondary" label={t('business.allServices', { count: services.length })} onPress={showAll} />
        )}
        {services.some(({ quote }) => quote.payment === 'online') && (
          <Text size="small" tone="quiet">
            {t('business.protectedText')}
          </Text>
        )}
      </Stack>
    </section>
  )
}
