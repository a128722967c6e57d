import * as events from '@buy-locals/contracts/booking/events'
import { expect, test } from 'vitest'
import { startNotifications } from './support.ts'

const paying = /online|refund|given back|give back|paid|pay |money|bank/i

test('whoever pays at the venue, or nothing, reads nothing of paying or refunding online', async () => {
  await using notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const published = [events.bookingConfirmed, events.bookingCancelled, events.bookingNoShow, events.bookingCompleted, events.bookingComplaintDecided] // prettier-ignore
  for (const payment of ['at-venue', 'none'] as const) {
    for (const event of published) {
      const status = event === events.bookingCancelled ? 'cancelled' : event === events.bookingNoShow ? 'no-show' : 'completed' // prettier-ignore
      const booking = { ...notification.booking(cora), payment, status, refundShare: 10_000, version: 2 } as const
      const deposit = { ...booking.price, amount: 0 }
      await notification.deliver(event, booking.id, 2, { ...booking, deposit })
    }
  }
  await notification.advance('PT15M')
  const mails = await notification.inbox('cora@example.com')
  expect(mails).toHaveLength(10)
  expect(mails.filter(({ subject, text }) => paying.test(subject + text))).toEqual([])
})

test('whoever paid online reads how much of it is refunded', async () => {
  await using notification = await startNotifications()
  const booking = notification.booking(await notification.person('cora@example.com'))
  const data = { ...booking, status: 'cancelled' as const, refundShare: 5_000 }
  await notification.deliver(events.bookingCancelled, booking.id, 2, data)
  await notification.advance('PT1S')
  const [mail] = await notification.inbox('cora@example.com')
  expect(mail?.text).toContain('Refunded: $22.50. It takes 5–10 days to arrive.')
})
