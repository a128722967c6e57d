import { personErased } from '@buy-locals/contracts/auth/events'
import { bookingComplaintDecided } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import { expect, test } from 'vitest'
import { startNotifications } from './support.ts'

/** A customer whose visit is over, and an operator of the market. */
async function startComplaint() {
  const notification = await startNotifications()
  const { business, owner } = notification
  const consumer = await notification.person('cora@example.com')
  const operator = await notification.person('opal@example.com', 'Opal')
  await notification.member(operator, business.marketId, 'operator')
  const booking = { ...notification.booking(consumer), start: '2026-03-19T15:00:00Z', end: '2026-03-19T15:30:00Z' }
  const about = async () => {
    const { body } = await notification.call(api.listNotifications, { query: {} }, { as: owner })
    return body.items.map((item) => item.about)
  }
  return Object.assign(notification, { consumer, operator, visit: booking, about })
}

test('the business reads why a complaint was decided so, until its customer is erased', async () => {
  await using notification = await startComplaint()
  const { consumer, operator, visit } = notification
  const reason = 'The door was closed.'
  const decided = { complaintDecision: 'released', refundShare: 0, reason, actorId: operator, version: 3 } as const
  await notification.deliver(bookingComplaintDecided, visit.id, 3, { ...visit, ...decided })
  expect(await notification.about()).toMatchObject([{ message: reason, by: 'Cora Lane', decision: 'declined' }])
  await notification.deliver(personErased, consumer, 2, { personId: consumer, keepReviews: false, version: 2 })
  await notification.advance('PT1M')
  const [about] = await notification.about()
  expect(about).toMatchObject({ by: 'Former customer', decision: 'declined' })
  expect(about).not.toHaveProperty('message')
})
