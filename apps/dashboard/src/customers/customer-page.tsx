import { useParams } from 'react-router'
import { readCustomer } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import { formatPhone } from '@buy-locals/values/phone'
import { Button } from '@buy-locals/ui/button'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Section } from '../forms/edit-form'
import { useFormatMoney, useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { QueryResult } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { CustomerBookings } from './customer-bookings'
import { CustomerNotes } from './customer-notes'

export type CustomerDetails = Output<typeof readCustomer>

/** Who it is, what they have booked, and what the business has noted. */
export function Component() {
  const t = useT()
  const customerId = (useParams()['customerId'] ?? '') as Id<'customer'>
  const { business, params, pathTo } = useCurrentBusiness()
  const customer = useOperationQuery(readCustomer, { params: { ...params, customerId } })
  const book = (
    <Button icon="calendar-plus" label={t('customers.book')} href={pathTo(`board/new?customer=${customerId}`)} />
  )
  return (
    <Screen title={customer.data?.name ?? t('customers.title')} place={business.name} actions={customer.data && book}>
      <QueryResult query={customer}>
        {(loaded) => (
          <>
            <Section title={t('customers.contact')}>
              <Contact customer={loaded} />
            </Section>
            <Section title={t('customers.totals')}>
              <Totals customer={loaded} />
            </Section>
            <CustomerNotes customerId={customerId} notes={loaded.notes} />
            <CustomerBookings customerId={customerId} />
          </>
        )}
      </QueryResult>
    </Screen>
  )
}

function Contact({ customer: { phone, email } }: { customer: CustomerDetails }) {
  const t = useT()
  const { business } = useCurrentBusiness()
  if (!phone && !email) return <Text tone="quiet">{t('customers.noContact')}</Text>
  const number = phone && formatPhone(phone, business.address.country)
  const items = [
    ...(number
      ? [{ label: t('customers.phone'), value: <TextLink size="small" label={number} href={`tel:${phone}`} /> }]
      : []),
    ...(email
      ? [{ label: t('customers.email'), value: <TextLink size="small" label={email} href={`mailto:${email}`} /> }]
      : []),
  ]
  return <DescriptionList items={items} />
}

function Totals({ customer }: { customer: CustomerDetails }) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { business } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const { visits, lastVisit, nextVisit, cancelled, noShows, spent } = customer
  const items = [
    { label: t('customers.nextLabel'), value: nextVisit ? formatMoment(nextVisit) : t('customers.nothingPlanned') },
    { label: t('customers.lastLabel'), value: lastVisit ? formatMoment(lastVisit) : t('customers.never') },
    { label: t('customers.visitsLabel'), value: t('customers.visits', { count: visits }) },
    ...(cancelled > 0 ? [{ label: t('customers.cancelled'), value: String(cancelled) }] : []),
    ...(noShows > 0 ? [{ label: t('customers.noShows'), value: String(noShows) }] : []),
    ...spent.map((amount) => ({ label: t('customers.spent'), value: formatMoney(amount) })),
  ]
  return <DescriptionList items={items} />
}
