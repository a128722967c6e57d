import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { amountPaidOnline, type Booking } from '@buy-locals/features/booking/business-booking'
import { moneyLines } from '@buy-locals/features/booking/business-texts'
import { useI18n } from '@buy-locals/features/i18n'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useT } from '../messages/use-t'

/** What it costs, what was paid, and where that money is. */
export function BookingMoney({ booking }: { booking: Booking }) {
  const t = useT()
  const i18n = useI18n()
  const isPaid = amountPaidOnline(booking).amount > 0
  const { data: receipt } = useOperationQuery(readReceipt, { params: { bookingId: booking.id } }, { when: isPaid })
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {t(booking.payment === 'online' ? 'booking.money' : 'booking.payment')}
      </Title>
      <DescriptionList items={moneyLines(i18n, t, booking, receipt)} />
    </Stack>
  )
}
