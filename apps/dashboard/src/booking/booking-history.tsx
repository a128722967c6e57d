import { useI18n, type I18n } from '@buy-locals/features/i18n'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { format, share } from '@buy-locals/values/money'
import { useTimes } from '@buy-locals/features/time/use-times'
import { amountPaidOnline, type Booking } from '@buy-locals/features/booking/business-booking'
import { useT, type Translate } from '../messages/use-t'
import { decisionText } from './decision-text'
import styles from './booking-history.module.css'

type Event = { text: string; at?: string | undefined }

/** What has happened to the booking, the oldest first. */
export function BookingHistory({ booking }: { booking: Booking }) {
  const t = useT()
  const i18n = useI18n()
  const { formatMoment } = useTimes(booking.timeZone)
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {t('booking.history')}
      </Title>
      <ol className={styles.events}>
        {describeEvents(booking, t, i18n, formatMoment).map(({ text, at }) => (
          <li key={text}>
            <Text size="small">{text}</Text>
            {at && (
              <Text size="fine" tone="quiet" tabular>
                {formatMoment(at)}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Stack>
  )
}

function describeEvents(booking: Booking, t: Translate, i18n: I18n, formatMoment: (at: string) => string): Event[] {
  const paid = amountPaidOnline(booking)
  const isPaid = paid.amount > 0
  const refund = share(paid, booking.refundShare ?? 0)
  const amount = format(refund, i18n.locale)
  const noShow = refund.amount > 0 ? 'booking.noShow' : 'booking.noShowKept'
  const cancelled = refund.amount > 0 ? 'cancelledPaid' : 'cancelledKept'
  const { status, cancelledBy, reason, heldMove, businessRefund } = booking
  const decision = decisionText(booking, t, i18n.locale)
  const { completedAt, complainedAt } = booking
  const completed = completedAt ? [{ text: t('booking.completed'), at: completedAt }] : []
  const complained = complainedAt
    ? [{ text: t(isPaid ? 'booking.complained' : 'booking.complainedUnpaid'), at: complainedAt }]
    : []
  // A visit completes automatically after a complaint that was made during it.
  const isComplaintFirst = completedAt !== undefined && complainedAt !== undefined && complainedAt < completedAt
  return [
    { text: t('booking.made'), at: booking.createdAt },
    ...(status === 'held' && booking.holdExpiresAt
      ? [{ text: t('booking.held', { time: formatMoment(booking.holdExpiresAt) }) }]
      : []),
    ...(booking.rescheduledAt && booking.previousStart
      ? [
          {
            text: t(`booking.movedBy.${booking.rescheduledBy ?? 'business'}`, {
              from: formatMoment(booking.previousStart),
            }),
            at: booking.rescheduledAt,
          },
        ]
      : []),
    ...(heldMove
      ? [
          {
            text: t('booking.heldMove', {
              when: formatMoment(heldMove.start),
              until: formatMoment(heldMove.holdExpiresAt),
              due: format(heldMove.due, i18n.locale),
            }),
          },
        ]
      : []),
    ...(isComplaintFirst ? [...complained, ...completed] : completed),
    ...(status === 'no-show' ? [{ text: t(isPaid ? noShow : 'booking.noShowPlain', { amount }) }] : []),
    ...(status === 'expired' ? [{ text: t('booking.expired') }] : []),
    ...(status === 'cancelled'
      ? [
          {
            text: t(
              isPaid
                ? `booking.${cancelled}.${cancelledBy ?? 'business'}`
                : `booking.cancelledBy.${cancelledBy ?? 'business'}`,
              { amount },
            ),
          },
        ]
      : []),
    ...(isComplaintFirst ? [] : complained),
    ...(decision ? [{ text: decision }] : []),
    ...(businessRefund
      ? [{ text: t('booking.refundedByBusiness', { amount: format(businessRefund, i18n.locale) }) }]
      : []),
    ...(reason ? [{ text: t('booking.reason', { reason }) }] : []),
  ]
}
