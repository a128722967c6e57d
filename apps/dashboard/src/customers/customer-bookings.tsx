import { listCustomerBookings } from '@buy-locals/contracts/booking/operations'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { List, ListRow } from '@buy-locals/ui/list'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import type { Id } from '@buy-locals/values/ids'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useTimes } from '@buy-locals/features/time/use-times'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { PagedResult } from '../shell/query-result'

/** The latest first, each with the day of the board that it is on. */
export function CustomerBookings({ customerId }: { customerId: Id<'customer'> }) {
  const t = useT()
  const { business, params, pathTo } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const bookings = usePagedQuery(listCustomerBookings, { params: { ...params, customerId }, query: { limit: 20 } })
  return (
    <Stack gap="md">
      <Title level={2}>{t('customers.history')}</Title>
      <PagedResult query={bookings} empty={<Text tone="quiet">{t('customers.noHistory')}</Text>}>
        {(items) => (
          <List label={t('customers.history')}>
            {items.map(({ id, serviceName, staffName, start, status }) => (
              <ListRow
                key={id}
                href={pathTo(
                  `board/bookings/${id}?day=${toLocalDate(start, business.timeZone)}&customer=${customerId}`,
                )}
                title={serviceName}
                detail={[formatMoment(start), staffName].filter(Boolean).join(' · ')}
                trailing={<BookingStatus status={status} />}
              />
            ))}
          </List>
        )}
      </PagedResult>
    </Stack>
  )
}
