import type { Booking } from '@buy-locals/features/booking/business-booking'
import { businessPolicyText } from '@buy-locals/features/booking/business-texts'
import { useI18n } from '@buy-locals/features/i18n'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/use-t'

/** The policy that was frozen into the booking, a sentence for each rule. */
export function BookingPolicy({ booking }: { booking: Booking }) {
  const t = useT()
  const text = businessPolicyText(useI18n(), t, booking)
  if (!text) return null
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {t('booking.policy')}
      </Title>
      <Text size="small" tone="quiet">
        {text}
      </Text>
    </Stack>
  )
}
