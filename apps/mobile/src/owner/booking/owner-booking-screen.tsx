import { useNow } from '@buy-locals/client/use-now'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { amountPaidOnline, type Booking } from '@buy-locals/features/booking/business-booking'
import { businessPolicyText, moneyLines } from '@buy-locals/features/booking/business-texts'
import { isReachable } from '@buy-locals/features/booking/is-erased-customer'
import { canReopen, isOver } from '@buy-locals/features/booking/status'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { useI18n } from '@buy-locals/features/i18n'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Status } from '@buy-locals/ui/live'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../../messages/mobile-i18n'
import { LoadingScreen } from '../../shell/loading-screen'
import { Screen } from '../../shell/screen'
import { Failed } from '../../shell/screen-error'
import { AgeNotice } from '../../shell/age-notice'
import { ThreadLink } from '../../thread/thread-link'
import { useBusiness } from '../use-business'
import { ComplaintNotice } from './complaint-notice'
import { CustomerCard } from './customer-card'
import { OverActions } from './over-actions'
import { OwnerBookingActions } from './owner-booking-actions'
import { useBookingAndCustomer } from './use-booking-and-customer'

/** Everything about one booking, and what can be done with it. */
export function OwnerBookingScreen({ bookingId }: { bookingId: string }) {
  const t = useT()
  const { business, pathTo } = useBusiness()
  const { formatMomentSpan } = useTimes(business.timeZone)
  const now = useNow()
  const { booking: query, customer } = useBookingAndCustomer(bookingId)
  const { data: booking, error, refetch } = query
  if (!booking) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <LoadingScreen />
  const actions = isOver(booking.status) ? (
    canReopen(booking, now) && <OverActions booking={booking} />
  ) : (
    <OwnerBookingActions booking={booking} customer={customer} />
  )
  return (
    <Screen action={actions}>
      <AgeNotice query={query} zone={business.timeZone} />
      <Stack gap="xs">
        <Row wrap gap="md" justify="between">
          <Title level={1}>{booking.serviceName}</Title>
          <Status>
            <BookingStatus status={booking.status} />
          </Status>
        </Row>
        <Text weight="strong" tabular>
          {formatMomentSpan(booking.start, booking.end)}
        </Text>
        {booking.staffName && <Text tone="quiet">{`${t('booking.with')}: ${booking.staffName}`}</Text>}
      </Stack>
      <ComplaintNotice booking={booking} />
      <CustomerCard booking={booking} customer={customer} />
      {customer && isReachable(customer) && (
        <ThreadLink bookingId={booking.id} side="business" href={pathTo(`bookings/${booking.id}/messages`)} />
      )}
      <Payment booking={booking} />
    </Screen>
  )
}

/** What it costs, what was paid, where that money is, and the policy that was agreed. */
function Payment({ booking }: { booking: Booking }) {
  const t = useT()
  const i18n = useI18n()
  const isPaid = amountPaidOnline(booking).amount > 0
  const { data: receipt } = useOperationQuery(readReceipt, { params: { bookingId: booking.id } }, { when: isPaid })
  const policy = businessPolicyText(i18n, t, booking)
  return (
    <Card label={t('booking.money')}>
      <Title level={2} size="lead">
        {t('booking.money')}
      </Title>
      <DescriptionList items={moneyLines(i18n, t, booking, receipt)} />
      {policy !== '' && (
        <Text size="small" tone="quiet">
          {policy}
        </Text>
      )}
    </Card>
  )
}
