import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { deviceMilliseconds, serverNow } from '@buy-locals/client/clock'
import { isSignedOut } from '@buy-locals/client/me'
import { operationQuery } from '@buy-locals/client/operation-query'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { bookingLines } from '@buy-locals/features/booking/booking-lines'
import { paymentOutcome, type PaymentOutcome } from '@buy-locals/features/booking/payment-outcome'
import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { HoldCountdown } from '@buy-locals/features/hold-countdown'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { MoveDetails } from '@buy-locals/features/move-details'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import type { Id } from '@buy-locals/values/ids'
import { readBookingsAgain } from '../bookings/read-bookings-again'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { LoadingScreen } from '../shell/loading-screen'
import { Screen } from '../shell/screen'
import { Failed } from '../shell/screen-error'
import { useBackInFront } from '../shell/use-back-in-front'
import { Confirming } from './confirming'
import { HoldActions, HoldEnded } from './hold-actions'
import { PaymentForm } from './payment-form'

type PayScreenProps = {
  bookingId: string
  /** What the bank's own page has led back with. */
  redirectStatus: string | undefined
  onDone: (outcome: PaymentOutcome) => void
  /** The time is given up, and another one is chosen. */
  onLeave: (booking: Booking) => void
}

/** How often the booking is read: after a payment here, and while one on the site may still come. */
const sentMs = 1_000
const heldMs = 5_000
/** A payment that was made as the time ended is heard of a little later. */
const graceMs = 60_000

/** Whether a payment on the site may still confirm what is held. */
function awaitsPayment({ status, heldMove, holdExpiresAt }: Booking): boolean {
  const until = heldMove?.holdExpiresAt ?? (status === 'held' ? holdExpiresAt : undefined)
  return until !== undefined && Date.parse(serverNow()) < Date.parse(until) + graceMs
}

/** How long the time is held, the card, and the wait until the booking is confirmed. */
export function PayScreen({ bookingId, redirectStatus, ...on }: PayScreenProps) {
  const t = useT()
  const [isPaid, setPaid] = useState(false)
  const isSent = isPaid || redirectStatus === 'succeeded'
  const params = { bookingId: bookingId as Id<'booking'> }
  const callApi = useApi()
  const [openedAt] = useState(deviceMilliseconds)
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...operationQuery(callApi, readBooking, { params }),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (isSent ? sentMs : state.data && awaitsPayment(state.data) && heldMs),
  })
  useBackInFront(() => void refetch())
  if (isSignedOut(error)) return <SignInFirst text={t('bookings.guestText')} />
  // What was read before the hold or the move would pass for its outcome.
  const booking = dataUpdatedAt >= openedAt ? data : undefined
  if (!booking && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!booking) return <LoadingScreen />
  return (
    <Payment
      booking={booking}
      isSent={isSent}
      isRefused={redirectStatus === 'failed'}
      onPaid={() => setPaid(true)}
      onEnd={() => void refetch()}
      {...on}
    />
  )
}

type PaymentProps = Pick<PayScreenProps, 'onDone' | 'onLeave'> & {
  booking: Booking
  isSent: boolean
  isRefused: boolean
  onPaid: () => void
  onEnd: () => void
}

function Payment({ booking, isSent, isRefused, onPaid, onEnd, onDone, onLeave }: PaymentProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const queryClient = useQueryClient()
  const [moveAtFirst] = useState(booking.heldMove)
  const [isOver, setOver] = useState(false)
  const { heldMove, status } = booking
  const result = paymentOutcome(booking, moveAtFirst)
  const hasLapsed = !isSent && (status === 'expired' || result === 'unmoved')
  const outcome = hasLapsed ? undefined : result
  const isExpired = hasLapsed || (!isSent && isOver && !result)
  useEffect(() => {
    if (!outcome) return
    readBookingsAgain(queryClient)
    onDone(outcome)
  }, [outcome, onDone, queryClient])
  function end() {
    setOver(true)
    onEnd()
  }
  const expiresAt = heldMove?.holdExpiresAt ?? booking.holdExpiresAt
  const policy = cancellationText(i18n, { ...booking, ...heldMove }, serverNow())
  return (
    <Screen>
      <Stack gap="xs">
        <Title level={1}>{t(heldMove ? 'pay.difference' : 'pay.title')}</Title>
        <Text tone="quiet">{[booking.serviceName, booking.venue?.name].filter(Boolean).join(' · ')}</Text>
      </Stack>
      {isSent && !outcome && <Confirming />}
      {isExpired && <HoldEnded booking={{ ...booking, heldMove: heldMove ?? moveAtFirst }} onLeave={onLeave} />}
      {!isSent && !isExpired && !outcome && expiresAt && (
        <>
          <HoldCountdown expiresAt={expiresAt} serverNow={serverNow} onEnd={end} />
          {isRefused && <Notice tone="danger" title={t('pay.notConfirmed')} text={t('pay.notCharged')} />}
          <PaymentForm booking={booking} onPaid={onPaid} />
          <HoldActions booking={booking} onLeave={onLeave} />
          <Text size="small" tone="quiet">
            {t('pay.held', { policy })}
          </Text>
        </>
      )}
      {heldMove ? (
        <MoveDetails booking={booking} move={heldMove} />
      ) : (
        <Card label={t('booking.one')}>
          <DescriptionList items={bookingLines(i18n, { booking, address: booking.venue?.address, phone: undefined })} />
        </Card>
      )}
    </Screen>
  )
}
