import type { Output } from '@buy-locals/contracts/operation'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { subtract } from '@buy-locals/values/money'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useTimes } from '../time/use-times'
import { useT, useFormatMoney } from '../messages/use-t'
import { amountPaidOnline, type Booking } from './booking'

type Receipt = Output<typeof readReceipt>

/** What it costs, what was paid, and where that money is. */
export function BookingMoney({ booking }: { booking: Booking }) {
  const t = useT()
  const formatMoney = useFormatMoney()
  const { formatMoment } = useTimes(booking.timeZone)
  const paid = amountPaidOnline(booking)
  const rest = subtract(booking.price, paid)
  const bookingId = booking.id
  const { data: receipt } = useOperationQuery(readReceipt, { params: { bookingId } }, { when: paid.amount > 0 })
  const returned = receipt?.lines.filter(({ kind }) => kind !== 'paid') ?? []
  const describeFunds = ({ funds, releaseAt }: Receipt) =>
    funds === 'held' && releaseAt
      ? t('booking.heldUntil', { when: formatMoment(releaseAt) })
      : t(`booking.funds.${funds}`)
  const items = [
    { label: t('booking.price'), value: formatMoney(booking.price) },
    ...(paid.amount > 0 ? [{ label: t('booking.paid'), value: formatMoney(paid) }] : []),
    ...(paid.amount > 0 && rest.amount > 0 && booking.status !== 'cancelled' && booking.status !== 'no-show'
      ? [{ label: t('booking.dueInPerson'), value: formatMoney(rest) }]
      : []),
    ...(booking.payment === 'at-venue' ? [{ label: t('booking.payment'), value: t('booking.atVenue') }] : []),
    ...(booking.status === 'held' ? [{ label: t('booking.deposit'), value: formatMoney(booking.deposit) }] : []),
    ...returned.map(({ kind, amount, at }) => ({
      label: `${t(kind === 'disputed' ? 'booking.disputed' : 'booking.refunded')}, ${formatMoment(at)}`,
      value: formatMoney(amount),
    })),
    ...(receipt ? [{ label: t('booking.fundsLabel'), value: describeFunds(receipt) }] : []),
  ]
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {t(booking.payment === 'online' ? 'booking.money' : 'booking.payment')}
      </Title>
      <DescriptionList items={items} />
    </Stack>
  )
}
