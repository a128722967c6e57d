import { useI18n } from '@buy-locals/features/i18n'
import { freeCancellationEnd } from '@buy-locals/features/booking/policy-text'
import { formatShare } from '@buy-locals/values/number-format'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import type { Booking } from './booking'

/** The policy that was frozen into the booking, a sentence for each rule. */
export function BookingPolicy({ booking }: { booking: Booking }) {
  const t = useT()
  const i18n = useI18n()
  const { formatMoment } = useTimes(booking.timeZone)
  if (booking.payment !== 'online') return null
  const { freeUntilHours, lateRefundShare, noShowRefundShare } = booking.policy
  const when = formatMoment(freeCancellationEnd(booking))
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {t('booking.policy')}
      </Title>
      <Text size="small" tone="quiet">
        {freeUntilHours === 0
          ? t('booking.policyAlways')
          : t('booking.policyFree', { when, share: formatShare(i18n, lateRefundShare) })}{' '}
        {t('booking.policyNoShow', { share: formatShare(i18n, noShowRefundShare) })}
      </Text>
    </Stack>
  )
}
