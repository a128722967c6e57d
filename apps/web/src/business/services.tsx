import { PriceTag } from '@buy-locals/features/price-tag'
import { says } from '@buy-locals/features/speech/speech'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { lengthOf } from '@buy-locals/features/time/when'
import { Button } from '@buy-locals/ui/button'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useSay } from '../words/say'
import type { Shown } from './load'

/** What can be booked, what it costs, and the way to a time. */
export function Services({ shown: { business, services } }: { shown: Shown }) {
  const say = useSay()
  const speech = useSpeech()
  return (
    <section id="services" aria-labelledby="services-title">
      <Stack>
        <Title level={2} id="services-title">
          {say('place.services')}
        </Title>
        {services.length === 0 && <Text tone="quiet">{say('place.noServices')}</Text>}
        {services.length > 0 && (
          <ul className="offers">
            {services.map((service) => (
              <li key={service.id} className="offer">
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
                        lengthOf(speech, service.durationMinutes),
                        service.capacity > 1 && say('place.group', { count: service.capacity }),
                        service.price.amount > 0 && service.payment === 'at-venue' && says(speech)('booking.atVenue'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </Row>
                </Stack>
                {business.status === 'published' && (
                  <Button
                    label={say('place.book')}
                    name={say('place.bookNamed', { service: service.name })}
                    href={`/b/${business.slug}/book/${service.id}`}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {services.some(({ payment }) => payment === 'online') && (
          <Text size="small" tone="quiet">
            {say('place.protectedWords')}
          </Text>
        )}
      </Stack>
    </section>
  )
}
