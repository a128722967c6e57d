import { isErasedCustomer } from '@buy-locals/features/booking/is-erased-customer'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { formatPhone } from '@buy-locals/values/phone'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'
import type { BookedVisit } from './booked-visit'

/** Who comes, and how to reach them from this phone. */
export function CustomerCard({ booking, customer }: BookedVisit) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { business } = useBusiness()
  const { partySize, note } = booking
  if (!customer) return null
  const { phone, email } = customer
  const name = isErasedCustomer(customer) ? tFeatures('place.formerCustomer') : customer.name
  const contact = [phone && formatPhone(phone, business.address.country), email].filter(Boolean).join(' · ')
  return (
    <Card label={t('booking.customer')}>
      <Title level={2} size="lead">
        {name}
      </Title>
      {contact !== '' && <Text tone="quiet">{contact}</Text>}
      {partySize > 1 && <Text>{`${t('booking.people')}: ${partySize}`}</Text>}
      {note && <Text>{`${t('booking.note')}: ${note}`}</Text>}
      <Buttons>
        {phone && (
          <Button
            tone="secondary"
            icon="phone"
            label={t('place.call')}
            name={t('business.callName', { name })}
            href={`tel:${phone}`}
          />
        )}
        {phone && (
          <Button
            tone="secondary"
            icon="message-circle"
            label={t('business.text')}
            name={t('business.textName', { name })}
            href={`sms:${phone}`}
          />
        )}
        {email && (
          <Button
            tone="secondary"
            icon="mail"
            label={t('business.mail')}
            name={t('business.mailName', { name })}
            href={`mailto:${email}`}
          />
        )}
      </Buttons>
    </Card>
  )
}
