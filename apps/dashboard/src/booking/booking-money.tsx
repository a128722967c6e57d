import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { useOperationQuery } from '../api/queries'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { usePrice } from '../messages/use-price'
import { paidOnline, type KnownBooking } from './known-booking'

/** What it costs, what was paid, and where that money is. */
export function BookingMoney({ booking }: { booking: KnownBooking }) {
  const t = useT()
  const price = usePrice()
  const { moment } = useTimes(booking.timeZone)
  const paid = paidOnline(booking)
  const bookingId = booking.id
  const { data: receipt } = useOperationQuery(readReceipt, { params: { bookingId } }, { when: paid.amount > 0 })
  const back = receipt?.lines.filter(({ kind }) => kind === 'refunded') ?? []
  const facts = [
    { label: t('booking.price'), value: price(booking.price) },
    ...(paid.amount > 0 ? [{ label: t('booking.paid'), value: price(paid) }] : []),
    ...(booking.payment === 'at-venue' ? [{ label: t('booking.payment'), value: t('booking.atVenue') }] : []),
    ...(booking.status === 'held' ? [{ label: t('booking.deposit'), value: price(booking.deposit) }] : []),
    ...back.map(({ amount, at }) => ({ label: `${t('booking.given')}, ${moment(at)}`, value: price(amount) })),
    ...(receipt ? [{ label: t('booking.fundsLabel'), value: t(`booking.funds.${receipt.funds}`) }] : []),
    ...(receipt?.releaseAt && receipt.funds === 'held'
      ? [{ label: t('booking.release', { when: moment(receipt.releaseAt) }), value: '' }]
      : []),
  ]
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {t('booking.money')}
      </Title>
      <DescriptionList items={facts} />
    </Stack>
  )
}
