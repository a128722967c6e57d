import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { paymentParams } from './conformance/target.ts'
import { newDataDir, startTestSimulator, until, webhookReceiver } from './support.ts'

/** The file as the first version wrote it: the same rows under other names. */
const toFirstVersion = `
  drop index balance_changes_by_account;
  drop index idempotency_keys_by_age;
  drop index jobs_due;
  alter table balance_changes rename to movements;
  alter table idempotency_keys rename to answers;
  alter table answers rename column key to idempotency_key;
  alter table answers rename column request_hash to request;
  alter table jobs rename to alarms;
  alter table alarms rename column kind to purpose;
  alter table objects rename column internal to memo;
  create index movements_by_account on movements (account, currency);
  create index answers_by_age on answers (created);
  create index alarms_due on alarms (due);
`

test('a database of the first version opens with its balances, keys, jobs and deliveries', async () => {
  const dataDir = newDataDir()
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  await using receiver = await webhookReceiver()
  const params = { ...paymentParams, payment_method: 'pm_card_pendingRefund' }
  const before = await startTestSimulator({ dataDir, webhookUrl: receiver.url })
  await before.control('webhooks', { mode: 'hold' })
  const { id } = await before.stripe.paymentIntents.create(params, { idempotencyKey: 'booking-1' })
  const refund = await before.stripe.refunds.create({ payment_intent: id, amount: 500 })
  const state = await before.control<{ now: number }>('state')
  await before.stop()
  const database = new DatabaseSync(join(dataDir, 'stripe', 'books.sqlite'))
  database.exec(toFirstVersion)
  database.close()

  await using after = await startTestSimulator({ dataDir, webhookUrl: receiver.url })
  expect(await after.control<{ now: number }>('state')).toEqual({ ...state, now: expect.any(Number) })
  const again = await after.stripe.paymentIntents.create(params, { idempotencyKey: 'booking-1' })
  expect(again.id).toBe(id)
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
  await after.control('clock', { advance: 'P6D' })
  await expect.poll(async () => (await after.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
  await after.control('webhooks/release', {})
  await until(() => receiver.types().includes('payment_intent.succeeded'))
})
