import { serverNow } from '@buy-locals/client/clock'
import { isSignedOut } from '@buy-locals/client/me'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { bookingLines } from '@buy-locals/features/booking/booking-lines'
import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { isOver, isPaidOnline } from '@buy-locals/features/booking/status'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Page } from '@buy-locals/ui/layout'
import { Loading, SkeletonCard } from '@buy-locals/ui/skeleton'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { formatPhone } from '@buy-locals/values/phone'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { Failed } from '../shell/screen-error'

/** One of my bookings, as it was agreed. */
export function BookingScreen({ bookingId }: { bookingId: string }) {
  const t = useT()
  const { data, error, refetch } = useOperationQuery(readBooking, { params: { bookingId: bookingId as Id<'booking'> } })
  if (isSignedOut(error)) return <SignInFirst text={t('bookings.guestText')} />
  if (!data && error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <Page>
      {!data && (
        <Loading label={t('app.loading')}>
          <SkeletonCard lines={5} />
        </Loading>
      )}
      {data && <Details booking={data} now={serverNow()} />}
    </Page>
  )
}

function Details({ booking, now }: { booking: Output<typeof readBooking>; now: string }) {
  const t = useT()
  const i18n = useI18n()
  const { serviceName, status, venue, deposit, businessId } = booking
  const phone = venue?.phone && formatPhone(venue.phone)
  return (
    <>
      <Row wrap gap="md" justify="between">
        <Title level={1}>{serviceName}</Title>
        <BookingStatus status={status} />
      </Row>
      {venue && <Text tone="quiet">{venue.name}</Text>}
      <Card label={t('bookings.one')}>
        <DescriptionList items={bookingLines(i18n, { booking, address: venue?.address, phone })} />
        {!isOver(status) && (
          <Text size="small" tone="quiet">
            {cancellationText(i18n, { ...booking, deposit: isPaidOnline(booking) ? deposit : undefined }, now)}
          </Text>
        )}
      </Card>
      <Button tone="secondary" icon="store" label={t('bookings.toBusiness')} href={`/b/${businessId}`} />
    </>
  )
}
