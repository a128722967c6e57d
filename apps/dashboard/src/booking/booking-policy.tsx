import { freeCancellationEnd } from '@buy-locals/features/booking/policy-text'
import { share } from '@buy-locals/values/money'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useTimes } from '../time/use-times'
import { useFormatMoney, useT } from '../messages/use-t'
import type { Booking } from './booking'

/** The policy that was frozen into the booking, a sentence for each rule. */
export function BookingPolicy({ booking }: { booking: Booking }) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { formatMoment } = useTimes(booking.timeZone)
  if (booking.payment !== 'online') return null
  const { freeUntilHours, lateRefundShare, noShowRefundShare } = booking.policy
  const amountOf = (refundShare: number) => formatMoney(share(booking.deposit, refundShare))
  const late = lateRefundShare > 0 ? 'booking.policyFree' : 'booking.policyFreeKept'
  const noShow = noShowRefundShare > 0 ? 'booking.policyNoShow' : 'booking.policyNoShowKept'
  const when = formatMoment(freeCancellationEnd(booking))
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {t('booking.policy')}
      </Title>
      <Text size="small" tone="quiet">
        {freeUntilHours === 0 ? t('booking.policyAlways') : t(late, { when, amount: amountOf(lateRefundShare) })}{' '}
        {t(noShow, { amount: amountOf(noShowRefundShare) })}
      </Text>
    </Stack>
  )
}
