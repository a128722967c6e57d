import { paymentDisputed, paymentMovementRefused, paymentRefunded } from '@buy-locals/contracts/payment/events'
import * as api from '@buy-locals/contracts/notification/operations'
import type { DataOf } from '@buy-locals/contracts/event'
import { newId, type Id } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { startNotifications } from './support.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

async function start() {
  const notification = await startNotifications()
  const cora = await notification.person('cora@example.com')
  const [marketId, operator] = [newId('market'), await notification.person('olga@example.com')]
  await notification.member(operator, marketId, 'operator')
  const payment = {
    ...{
      id: newId('payment'),
      subject: { kind: 'booking' as const, id: newId('booking') },
      consumerId: cora,
      marketId,
    },
    ...{ businessId: notification.businessId, status: 'succeeded' as const, amount: usd(4500), captured: usd(4500) },
    ...{ refunded: usd(0), fee: usd(225), feeBasisPoints: 500, funds: 'held' as const, version: 3 },
  }
  const kinds = async (person: Id<'person'>) =>
    (await notification.call(api.listNotifications, {}, { as: person })).body.items.map(({ kind }) => kind)
  return Object.assign(notification, { cora, operator, payment, kinds })
}

test('of a refund that was made at Stripe the consumer, the business and the operator are notified, of our own nobody twice', async () => {
  await using notification = await start()
  const { payment, cora, operator, owner, kinds } = notification
  const data = { ...payment, refund: usd(1000), refunded: usd(1000), reason: 'provider' as const }
  await notification.deliver(paymentRefunded, payment.id, 3, data)
  await notification.deliver(paymentRefunded, payment.id, 4, { ...data, reason: 'cancelled' as const, version: 4 })
  await notification.advance('PT1S')
  const mails = await notification.inbox('cora@example.com')
  expect(mails.map(({ subject }) => subject)).toEqual(['Refunded: $10.00 paid to Third Street Barber'])
  for (const person of [cora, owner, operator]) expect(await kinds(person)).toEqual(['payment-refunded'])
})

test('of a dispute the business and the operator are notified once for each of its states, and the consumer is not', async () => {
  await using notification = await start()
  const { payment, cora, operator, owner, kinds } = notification
  const dispute = { id: newId('dispute'), status: 'open', amount: usd(4500), withdrawn: usd(0), fee: usd(0), reason: 'fraudulent' } as const // prettier-ignore
  const states: DataOf<typeof paymentDisputed>['dispute'][] = [
    dispute,
    { ...dispute, withdrawn: usd(4500), fee: usd(1500) },
    { ...dispute, status: 'won' },
  ]
  for (const [index, state] of states.entries())
    await notification.deliver(paymentDisputed, payment.id, 4 + index, { ...payment, version: 4 + index, dispute: state }) // prettier-ignore
  await notification.advance('PT1S')
  for (const person of [owner, operator]) expect(await kinds(person)).toEqual(['dispute-won', 'dispute-open'])
  expect(await kinds(cora)).toEqual([])
  const mails = await notification.inbox('olga@example.com')
  expect(mails.map(({ subject }) => subject)).toEqual(['A payment of $45.00 was disputed'])
})

test('of money that Stripe refuses to move the operator is notified once and mailed, and nobody else', async () => {
  await using notification = await start()
  const { payment, cora, operator, owner, kinds } = notification
  const refusal = (version: number, movement: DataOf<typeof paymentMovementRefused>['movement']) =>
    notification.deliver(paymentMovementRefused, payment.id, version, { ...payment, version, movement })
  const refund = { id: newId('refund'), kind: 'refund', amount: usd(4500) } as const
  await refusal(4, refund)
  await refusal(5, refund)
  await refusal(6, { id: newId('transfer'), kind: 'transfer', amount: usd(4275) })
  await notification.advance('PT1S')
  expect(await kinds(operator)).toEqual(['transfer-refused', 'refund-refused'])
  for (const person of [owner, cora]) expect(await kinds(person)).toEqual([])
  const mails = await notification.inbox('olga@example.com')
  expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
    'A refund of $45.00 by Third Street Barber failed',
    'A transfer of $42.75 to Third Street Barber failed',
  ])
  expect(mails[0]?.text).toContain('/dashboard/operator/complaints')
})

test('a time in a zone that nobody knows any more, in an inbox or a mail that waits, is shown in UTC', async () => {
  await using notification = await start()
  const { db, payment, operator } = notification
  await notification.deliver(paymentMovementRefused, payment.id, 4, { ...payment, movement: { id: newId('refund'), kind: 'refund', amount: usd(4500) } }) // prettier-ignore
  const about = { start: '2026-03-24T15:00:00Z', timeZone: 'Mars/Olympus' }
  await db
    .updateTable('notifications')
    .set({ about: JSON.stringify(about) })
    .execute()
  await db
    .updateTable('jobs')
    .set({ payload: JSON.stringify({ kind: 'booking-confirmed', about }) })
    .execute()
  await notification.runMigration('008_known-zones.sql')
  const { body } = await notification.call(api.listNotifications, {}, { as: operator })
  expect(body.items).toMatchObject([{ about: { ...about, timeZone: 'UTC' } }])
  const [mail] = await db.selectFrom('jobs').select('payload').execute()
  expect(mail?.payload).toEqual({ kind: 'booking-confirmed', about: { ...about, timeZone: 'UTC' } })
})
