import { serverNow } from '@buy-locals/client/clock'
import { isSignedOut } from '@buy-locals/client/me'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { bookingLines } from '@buy-locals/features/booking/booking-lines'
import type { PaymentOutcome } from '@buy-locals/features/booking/payment-outcome'
import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { hasBegun, isOver, isPaidOnline } from '@buy-locals/features/booking/status'
import { BookingOutcome } from '@buy-locals/features/booking-outcome'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Notice } from '@buy-locals/ui/notice'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { formatPhone } from '@buy-locals/values/phone'
import type { Id } from '@buy-locals/values/ids'
import { PushPrompt } from '../push/push-prompt'
import { SignInFirst } from '../session/sign-in-first'
import { useGuestMs } from '../session/use-guest-ms'
import { LoadingScreen } from '../shell/loading-screen'
import { Screen } from '../shell/screen'
import { Failed } from '../shell/screen-error'
import { OwnComplaint } from '../visit/own-complaint'
import { BookingActions } from './booking-actions'

type BookingScreenProps = {
  bookingId: string
  /** What has just become of it. */
  outcome?: PaymentOutcome | undefined
}

/** One of my bookings, as it was agreed, and what can be done with it. */
export function BookingScreen({ bookingId, outcome }: BookingScreenProps) {
  const tFeatures = translatorForFeatures(useI18n())
  const params = { bookingId: bookingId as Id<'booking'> }
  const { data, error, refetch } = useOperationQuery(readBooking, { params }, { everyMs: useGuestMs() })
  if (isSignedOut(error)) return <SignInFirst text={tFeatures('ownBooking.lockedGuest')} />
  if (!data && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingScreen />
  return <Details booking={data} outcome={outcome} now={serverNow()} />
}

type DetailsProps = { booking: Output<typeof readBooking>; outcome: PaymentOutcome | undefined; now: string }

function Details({ booking, outcome, now }: DetailsProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { serviceName, status, venue, deposit } = booking
  const phone = venue?.phone && formatPhone(venue.phone)
  return (
    <Screen>
      {status === 'confirmed' && outcome === 'new' && (
        <Notice tone="success" title={t('booking.thanks')} text={t('booking.thanksText')} />
      )}
      {status === 'pending' && outcome === 'new' && (
        <Notice tone="pending" title={t('booking.requested')} text={t('booking.requestedText')} />
      )}
      {status === 'confirmed' && outcome === 'moved' && (
        <Notice tone="success" title={t('booking.moved')} text={t('booking.movedText')} />
      )}
      {status === 'confirmed' && outcome === 'unmoved' && (
        <Notice tone="info" title={t('booking.moveKept')} text={t('booking.moveKeptText')} />
      )}
      <Stack gap="xs">
        <Row wrap gap="md" justify="between">
          <Title level={1}>{serviceName}</Title>
          <BookingStatus status={status} />
        </Row>
        {venue && <Text tone="quiet">{venue.name}</Text>}
      </Stack>
      {outcome === 'new' && <PushPrompt place={venue?.name ?? ''} />}
      <BookingOutcome booking={booking} now={now} />
      <OwnComplaint booking={booking} />
      <Card label={t('booking.one')}>
        <DescriptionList items={bookingLines(i18n, { booking, address: venue?.address, phone })} />
        {!isOver(status) && !hasBegun(booking, now) && (
          <Text size="small" tone="quiet">
            {cancellationText(i18n, { ...booking, deposit: isPaidOnline(booking) ? deposit : undefined }, now)}
          </Text>
        )}
      </Card>
      <BookingActions booking={booking} />
    </Screen>
  )
}
