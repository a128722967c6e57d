import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { readOrCreateKeys } from '../src/keys.ts'
import { paymentParams } from './conformance/target.ts'
import { clientOf, control, webhookReceiver, newDataDir, until } from './support.ts'

const patience = { timeout: 90_000 }
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

async function startProcess(dataDir: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main], {
    env: { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], DATA_DIR: dataDir, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const line = await Promise.race([once(child.stdout, 'data'), gone.then(() => undefined)])
  if (!line) throw new Error('The simulator did not start')
  const { listening } = JSON.parse(String(line[0])) as { listening: string }
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return gone
  }
  const { secretKey } = readOrCreateKeys(dataDir)
  return {
    url: listening,
    secretKey,
    stripe: clientOf(listening, secretKey),
    end,
    [Symbol.asyncDispose]: async () => void (await end('SIGKILL')),
  }
}

test('a kill loses no acknowledged charge and no webhook, and keeps the keys', patience, async () => {
  const dataDir = newDataDir()
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  await using receiver = await webhookReceiver()
  receiver.status = 503
  const hooks = {
    WEBHOOK_URL: receiver.url,
    STRIPE_WEBHOOK_SECRET: 'whsec_platform',
    STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_connect',
  }
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round += 1) {
    await using running = await startProcess(dataDir, hooks)
    const load = Array.from({ length: 10 }, async () => {
      const { id } = await running.stripe.paymentIntents.create({ ...paymentParams, payment_method: 'pm_card_visa' })
      acknowledged.push(id)
    })
    await Promise.any(load)
    await running.end('SIGKILL')
    await Promise.allSettled(load)
  }
  receiver.status = 200
  await using running = await startProcess(dataDir, hooks)
  const { stripe } = running
  expect(acknowledged.length).toBeGreaterThan(2)
  for (const id of acknowledged) expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded' })
  await control(running, 'webhooks/release', {})
  const receivedIds = () =>
    receiver.received
      .filter(({ event }) => event.type === 'payment_intent.succeeded')
      .map(({ event }) => (event.data.object as { id: string }).id)
  await until(() => acknowledged.every((id) => receivedIds().includes(id)))
  const { body, headers } = receiver.received.at(-1)!
  stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), 'whsec_platform')
  expect(await running.end('SIGTERM')).toEqual([0, null])
})

test('a response sent before a kill is replayed after it, under the same key', patience, async () => {
  const dataDir = newDataDir()
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const params = { ...paymentParams, payment_method: 'pm_card_visa' }
  await using before = await startProcess(dataDir)
  const first = await before.stripe.paymentIntents.create(params, { idempotencyKey: 'booking-1' })
  await before.end('SIGKILL')
  await using after = await startProcess(dataDir)
  const again = await after.stripe.paymentIntents.create(params, { idempotencyKey: 'booking-1' })
  expect(again.id).toBe(first.id)
  expect((await after.stripe.charges.list()).data).toHaveLength(1)
  await after.end('SIGTERM')
})
