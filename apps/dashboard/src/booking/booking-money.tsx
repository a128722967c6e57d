import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { Facts } from '@buy-locals/ui/facts'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { useAnswer } from '../ask/queries'
import { useTimes } from '../time/use-times'
import { useSay } from '../words/say'
import { usePrice } from '../words/use-price'
import { paidOnline, type KnownBooking } from './known-booking'

/** What it costs, what was paid, and where that money is. */
export function BookingMoney({ booking }: { booking: KnownBooking }) {
  const say = useSay()
  const price = usePrice()
  const { moment } = useTimes(booking.timeZone)
  const paid = paidOnline(booking)
  const bookingId = booking.id
  const { data: receipt } = useAnswer(readReceipt, { params: { bookingId } }, { when: paid.amount > 0 })
  const back = receipt?.lines.filter(({ kind }) => kind === 'refunded') ?? []
  const facts = [
    { label: say('booking.price'), value: price(booking.price) },
    ...(paid.amount > 0 ? [{ label: say('booking.paid'), value: price(paid) }] : []),
    ...(booking.payment === 'at-venue' ? [{ label: say('booking.payment'), value: say('booking.atVenue') }] : []),
    ...(booking.status === 'held' ? [{ label: say('booking.deposit'), value: price(booking.deposit) }] : []),
    ...back.map(({ amount, at }) => ({ label: `${say('booking.given')}, ${moment(at)}`, value: price(amount) })),
    ...(receipt ? [{ label: say('booking.fundsLabel'), value: say(`booking.funds.${receipt.funds}`) }] : []),
    ...(receipt?.releaseAt && receipt.funds === 'held'
      ? [{ label: say('booking.release', { when: moment(receipt.releaseAt) }), value: '' }]
      : []),
  ]
  return (
    <Stack gap="sm">
      <Title level={3} size="body">
        {say('booking.money')}
      </Title>
      <Facts facts={facts} />
    </Stack>
  )
}
