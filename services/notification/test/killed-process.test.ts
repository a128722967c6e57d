import { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import type { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { Mail } from '../src/mail.ts'
import { startNotifications } from './support.ts'

/** A vendor that takes every mail. `kill` takes back what was stored since it had the last one, as if the process had ended then, and its lease with it. */
async function startKillable({ sendsOnce }: Pick<Mail, 'sendsOnce'> = {}) {
  const taken: Temporal.Instant[] = []
  const read = async (id: string) => {
    const job = await notification.db.selectFrom('jobs').selectAll().where('key', '=', id).executeTakeFirstOrThrow()
    const delivery = notification.db.selectFrom('deliveries').select(['attempted_at', 'sent_at', 'not_sent']).where('id', '=', id) // prettier-ignore
    return { job, delivery: await delivery.executeTakeFirstOrThrow() }
  }
  let stored: Awaited<ReturnType<typeof read>> | undefined
  const send = async ({ id }: { id: string }) => {
    taken.push(notification.clock())
    stored = await read(id)
  }
  const notification = await startNotifications({ mail: { send, ...(sendsOnce && { sendsOnce }) } })
  const { db } = notification
  const booking = notification.booking(await notification.person('cora@example.com'))
  await notification.deliver(bookingConfirmed, booking.id, 2, booking)
  await notification.advance('PT1S')
  expect(taken).toHaveLength(1)
  return Object.assign(notification, {
    taken,
    kill: async () => {
      if (!stored) throw new Error('no mail was taken')
      const { job, delivery } = stored
      await db.deleteFrom('jobs').where('key', '=', job.key).execute()
      await db.insertInto('jobs').values({ ...job, payload: JSON.stringify(job.payload), leased_until: null } as never).execute() // prettier-ignore
      await db.updateTable('deliveries').set(delivery).where('id', '=', job.key).execute()
    },
    outcome: () => db.selectFrom('deliveries').select(['sent_at', 'not_sent']).executeTakeFirstOrThrow(),
  })
}

test('a mail whose process was killed after the vendor had taken it is sent again after an hour, not before', async () => {
  await using notification = await startKillable()
  await notification.kill()
  for (let minute = 0; minute < 59; minute++) await notification.advance('PT1M')
  expect(notification.taken).toHaveLength(1)
  await notification.advance('PT2M')
  expect(notification.taken).toHaveLength(2)
  for (let hour = 0; hour < 5; hour++) await notification.advance('PT1H')
  expect(notification.taken).toHaveLength(2)
  expect(await notification.outcome()).toMatchObject({ sent_at: expect.anything(), not_sent: null })
})

test('a mail whose process is killed each time that it is sent is sent four times at most, an hour apart', async () => {
  await using notification = await startKillable()
  const { taken } = notification
  await notification.kill()
  for (let minute = 0; minute < 24 * 60; minute += 5) {
    const before = taken.length
    await notification.advance('PT5M')
    if (taken.length > before) await notification.kill()
  }
  const minutesBetween = taken.slice(1).map((at, nth) => taken[nth]?.until(at).total('minutes') ?? 0)
  expect(minutesBetween).toHaveLength(3)
  for (const minutes of minutesBetween) expect(minutes).toBeGreaterThanOrEqual(60)
  expect(await notification.outcome()).toEqual({ sent_at: null, not_sent: 'unanswered' })
})

test('a mail whose process was killed is sent, however long the machine was off after it', async () => {
  await using notification = await startKillable()
  await notification.kill()
  await notification.advance('PT5H')
  await notification.advance('PT1H')
  expect(notification.taken).toHaveLength(2)
  expect(await notification.outcome()).toMatchObject({ sent_at: expect.anything(), not_sent: null })
})

test('where the same mail sent twice is one, it comes as soon as another process has its job', async () => {
  await using notification = await startKillable({ sendsOnce: true })
  await notification.kill()
  await notification.advance('PT1S')
  expect(notification.taken).toHaveLength(2)
  expect(await notification.outcome()).toMatchObject({ sent_at: expect.anything() })
})
