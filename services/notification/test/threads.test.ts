import { expect, test } from 'vitest'
import { personChanged } from '@buy-locals/contracts/auth/events'
import { messageReportDecided, messageReported, messageSent, messagesRead } from '@buy-locals/contracts/booking/events'
import type { ThreadSide } from '@buy-locals/contracts/booking/shapes'
import * as api from '@buy-locals/contracts/notification/operations'
import { newId } from '@buy-locals/values/ids'
import { startPushing } from './pushing.ts'

const other = (side: ThreadSide): ThreadSide => (side === 'consumer' ? 'business' : 'consumer')

/** A customer and an owner who write to each other about a booking. */
async function startThread(around?: Parameters<typeof startPushing>[1]) {
  const notification = await startPushing({}, around)
  const { businessId, owner, cora: consumer } = notification
  const ownerAddress = 'owen@example.com'
  const profile = { kind: 'account', name: 'Owen Owner', email: ownerAddress, emailVerified: true, locale: 'en' } as const // prettier-ignore
  await notification.deliver(personChanged, owner, 1, { id: owner, ...profile, version: 1 })
  const booking = notification.booking(consumer)
  let version = 0
  const fields = () => ({ id: booking.id, businessId, consumerId: consumer, version: (version += 1) })
  const write = async (sentBy: ThreadSide, unreadSince = notification.clock().toString(), actorId = sentBy === 'consumer' ? consumer : owner) => {
    const { serviceName, start, timeZone } = booking
    const data = { ...fields(), serviceName, start, timeZone, sentBy, actorId, unreadSince }
    return notification.deliver(messageSent, `${booking.id} ${other(sentBy)}`, data.version, data)
  } // prettier-ignore
  const read = async (readBy: ThreadSide) => {
    const data = { ...fields(), readBy }
    return notification.deliver(messagesRead, `${booking.id} ${readBy}`, data.version, data)
  }
  const subjects = async (to: string) => (await notification.inbox(to)).map(({ subject }) => subject)
  const unread = async (as = consumer) => {
    const { body } = await notification.call(api.listNotifications, { query: {} }, { as })
    return [body.unread, ...body.items.map(({ kind }) => kind)]
  }
  return Object.assign(notification, { consumer, ownerAddress, write, readThread: read, subjects, unread, bookingId: booking.id }) // prettier-ignore
}

test('ten messages in a minute are one notification, one mail and one SMS, without what was written', async () => {
  await using notification = await startThread()
  const { consumer, unread, subjects, write } = notification
  await notification.addNumber(consumer, '+12085550100')
  const since = notification.clock().toString()
  for (let i = 0; i < 10; i++) await write('business', since)
  expect(await unread()).toEqual([1, 'message-from-business'])
  await notification.advance('PT1M')
  expect(await subjects('cora@example.com')).toEqual([])
  await notification.advance('PT2M')
  expect(await subjects('cora@example.com')).toEqual(['New message from Third Street Barber: Haircut'])
  expect((await notification.readSms('+12085550100'))[0]).toMatch(/^Buy Locals: New message\. Haircut at Third/)
  await notification.advance('PT1H')
  expect(await subjects('cora@example.com')).toHaveLength(1)
})

test('a message on either side is one SMS, also after the visit', async () => {
  await using notification = await startThread()
  const { consumer, owner, write } = notification
  await notification.addNumber(consumer, '+12085550100')
  await notification.addNumber(owner, '+12085550101')
  const items = [{ kind: 'message-from-customer', channel: 'sms', enabled: true }] as const
  await notification.call(api.changeNotificationPreferences, { body: { items: [...items] } }, { as: owner })
  await notification.advance('P4D')
  const since = notification.clock().toString()
  for (const side of ['business', 'business', 'consumer', 'consumer'] as const) await write(side, since)
  await notification.advance('PT1H')
  const about = async (phone: string) => (await notification.readSms(phone)).filter((text) => /essage/.test(text) && /\/s\//.test(text)) // prettier-ignore
  expect(await about('+12085550100')).toEqual([expect.stringMatching(/^Buy Locals: New message\. Haircut at Third/)])
  expect(await about('+12085550101')).toEqual([expect.stringMatching(/^Buy Locals: Message from a customer\. Haircut/)])
})

test('a message on either side is one push, also after the visit, that says nothing of what was written', async () => {
  await using notification = await startThread()
  const { consumer, owner, write } = notification
  await notification.register(consumer, 'one')
  await notification.register(owner, 'two')
  await notification.advance('P4D')
  const since = notification.clock().toString()
  for (const side of ['business', 'business', 'consumer', 'consumer'] as const) await write(side, since)
  await notification.advance('PT1M')
  expect([await notification.pushes('one'), await notification.pushes('two')]).toEqual([[], []])
  await notification.advance('PT2M')
  const where = 'Third Street Barber\nTue, Mar 24, 9:00 AM MDT'
  expect(await notification.pushes('one')).toEqual([`New message about your booking: ${where}`])
  expect(await notification.pushes('two')).toEqual([`New message from a customer: ${where}`])
  await notification.advance('PT1H')
  expect([await notification.pushes('one'), await notification.pushes('two')].map(({ length }) => length)).toEqual([1, 1]) // prettier-ignore
})

test('a push of a message lives for a day, however soon the visit begins', async () => {
  const seconds: number[] = []
  await using notification = await startThread((inner) => ({
    ...inner,
    send: (address, message) => {
      seconds.push(message.seconds)
      return inner.send(address, message)
    },
  }))
  await notification.register(notification.consumer, 'one')
  await notification.advance('PT94H50M')
  await notification.write('business')
  await notification.advance('PT3M')
  expect(seconds).toEqual([86_400])
})

test('whoever has read it within two minutes gets no push either', async () => {
  await using notification = await startThread()
  const { consumer, write, readThread } = notification
  await notification.register(consumer, 'one')
  await write('business')
  await notification.advance('PT1M')
  await readThread('consumer')
  await notification.advance('PT5M')
  expect(await notification.pushes('one')).toEqual([])
})

test('whoever has read it within two minutes gets no mail, and the notification is read with it', async () => {
  await using notification = await startThread()
  const { unread, subjects, write, readThread } = notification
  await write('business')
  expect((await unread())[0]).toBe(1)
  await notification.advance('PT1M')
  await readThread('consumer')
  expect((await unread())[0]).toBe(0)
  await notification.advance('PT5M')
  expect(await subjects('cora@example.com')).toEqual([])

  await write('business')
  await notification.advance('PT3M')
  expect(await subjects('cora@example.com')).toHaveLength(1)
})

test('what stays unread is said once more after half a day', async () => {
  await using notification = await startThread()
  const since = notification.clock().toString()
  await notification.write('business', since)
  await notification.advance('PT11H')
  await notification.write('business', since)
  await notification.advance('PT2H')
  await notification.write('business', since)
  await notification.advance('PT3M')
  expect(await notification.subjects('cora@example.com')).toHaveLength(2)
})

test('the business reads who wrote, whoever reads it reads it for all, and nobody is mailed of what they wrote', async () => {
  await using notification = await startThread()
  const { owner, businessId, ownerAddress, subjects, unread, write, readThread } = notification
  const manager = newId('person')
  await notification.member(manager, businessId, 'owner')
  await write('consumer')
  for (const member of [owner, manager]) expect(await unread(member)).toEqual([1, 'message-from-customer'])
  await notification.advance('PT3M')
  expect(await subjects(ownerAddress)).toEqual([expect.stringMatching(/^New message: Cora Lane, Haircut, /)])
  await readThread('business')
  for (const member of [owner, manager]) expect((await unread(member))[0]).toBe(0)
  await write('consumer', notification.clock().toString(), owner) // who booked with their own business
  await notification.advance('PT3M')
  expect(await subjects(ownerAddress)).toHaveLength(1)
})

test('an event that comes late or again notifies nobody of what is read', async () => {
  await using notification = await startThread()
  const { unread, write, bookingId, businessId, consumer } = notification
  await write('business')
  const fields = { id: bookingId, businessId, consumerId: consumer }
  const read = await notification.deliver(messagesRead, `${bookingId} consumer`, 3, { ...fields, readBy: 'consumer', version: 3 }) // prettier-ignore
  await notification.redeliver({ ...read, id: newId('event') })
  const { serviceName, start, timeZone } = notification.booking(consumer)
  const late = { ...fields, serviceName, start, timeZone, sentBy: 'business' as const, unreadSince: start, version: 2 }
  await notification.deliver(messageSent, `${bookingId} consumer`, 2, late)
  expect(await unread()).toEqual([0, 'message-from-business'])
})

test('open screens of both sides are pushed to', async () => {
  await using notification = await startThread()
  await notification.write('consumer')
  await notification.readThread('business')
  const { bookingId, pushed } = notification
  const types = pushed.filter(({ event }) => event.id === bookingId).map(({ channel, event }) => [channel.split('/')[1], event.type]) // prettier-ignore
  expect(types).toEqual([
    ...[['business', 'booking.message-sent'], ['person', 'booking.message-sent']],
    ...[['business', 'booking.messages-read'], ['person', 'booking.messages-read']],
  ]) // prettier-ignore
})

async function startReport(sentBy: ThreadSide) {
  const notification = await startThread()
  const { consumer, business, businessId, owner, bookingId } = notification
  const operator = await notification.person('opal@example.com', 'Opal')
  await notification.member(operator, business.marketId, 'operator')
  const { serviceName, start, timeZone } = notification.booking(consumer)
  const reportId = newId('messageReport')
  const fields = {
    ...{ id: bookingId, businessId, consumerId: consumer, marketId: business.marketId },
    ...{ serviceName, start, timeZone, number: 1, sentBy, actorId: sentBy === 'consumer' ? owner : consumer },
  }
  const report = (id = reportId) => notification.deliver(messageReported, id, 1, { ...fields, version: 1 })
  const decide = async (outcome: 'dismissed' | 'removed') => {
    const decision = { outcome, reason: 'It is a threat.', actorId: operator, version: 2 }
    await notification.deliver(messageReportDecided, reportId, 2, { ...fields, ...decision })
    await notification.advance('PT1S')
  }
  return Object.assign(notification, { report, decide })
}

test('of reports about one booking the operator is mailed once a day, without what was written', async () => {
  await using notification = await startReport('business')
  const { report, subjects } = notification
  await report()
  for (let n = 0; n < 4; n++) await report(newId('messageReport'))
  await notification.advance('PT1S')
  const subject = 'A message was reported: Haircut at Third Street Barber'
  expect(await subjects('opal@example.com')).toEqual([subject])
  const [mail] = await notification.inbox('opal@example.com')
  expect(mail?.text).toContain('The customer asks you to look at a message from Third Street Barber.')
  expect(mail?.text).toContain('/dashboard/operator/reported-messages')
  await notification.advance('P1D')
  await report(newId('messageReport'))
  await notification.advance('PT1S')
  expect(await subjects('opal@example.com')).toEqual([subject, subject])
  for (const other of ['cora@example.com', notification.ownerAddress]) expect(await subjects(other)).toEqual([])
})

test('whoever reported a message is mailed of the decision, and whoever wrote it where it was removed', async () => {
  await using dismissed = await startReport('business')
  await dismissed.report()
  await dismissed.decide('dismissed')
  expect(await dismissed.subjects('cora@example.com')).toEqual(['The message you reported stays: Haircut'])
  expect((await dismissed.inbox('cora@example.com'))[0]?.text).toContain('Reason: It is a threat.')
  expect(await dismissed.subjects(dismissed.ownerAddress)).toEqual([])

  await using removed = await startReport('consumer')
  await removed.report()
  await removed.decide('removed')
  expect(await removed.subjects(removed.ownerAddress)).toEqual(['The message you reported was removed: Haircut'])
  const [mail] = await removed.inbox(removed.ownerAddress)
  expect(mail?.text, 'erased with the thread').not.toContain('It is a threat.')
  expect(await removed.subjects('cora@example.com')).toEqual(['A message of yours was removed: Haircut'])
  expect((await removed.inbox('cora@example.com'))[0]?.text).toContain('Reason: It is a threat.')
})
