import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { keysIn } from '../src/keys.ts'
import { pays } from './conformance/target.ts'
import { clientOf, control, letterBox, newFolder, until } from './support.ts'

const patience = { timeout: 90_000 }
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

async function startProcess(dataDir: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main], {
    env: { DATA_DIR: dataDir, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { listening } = JSON.parse(line.toString()) as { listening: string }
  return { child, url: listening, stripe: clientOf(listening, keysIn(dataDir).secretKey) }
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  child.kill(signal)
  return (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
}

test('a kill loses no acknowledged charge, refund or letter, and keeps the keys', patience, async () => {
  const dataDir = newFolder()
  await using box = await letterBox()
  box.status = 503
  const hooks = {
    WEBHOOK_URL: box.url,
    STRIPE_WEBHOOK_SECRET: 'whsec_platform',
    STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_connect',
  }
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const { child, stripe } = await startProcess(dataDir, hooks)
    const load = Array.from({ length: 10 }, async () => {
      const { id } = await stripe.paymentIntents.create({ ...pays, payment_method: 'pm_card_visa' })
      acknowledged.push(id)
    })
    await Promise.any(load)
    await end(child, 'SIGKILL')
    await Promise.allSettled(load)
  }
  box.status = 200
  const { child, stripe, url } = await startProcess(dataDir, hooks)
  expect(acknowledged.length).toBeGreaterThan(2)
  for (const id of acknowledged) expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded' })
  await control(url, 'webhooks/release', {})
  const heard = () =>
    box.letters
      .filter(({ event }) => event.type === 'payment_intent.succeeded')
      .map(({ event }) => (event.data.object as { id: string }).id)
  await until(() => acknowledged.every((id) => heard().includes(id)))
  const { body, headers } = box.letters.at(-1)!
  stripe.webhooks.constructEvent(body, String(headers['stripe-signature']), 'whsec_platform')
  expect(await end(child, 'SIGTERM')).toEqual([0, null])
  rmSync(dataDir, { recursive: true })
})

test('an answer given before a kill is given again after it, under the same key', patience, async () => {
  const dataDir = newFolder()
  const params = { ...pays, payment_method: 'pm_card_visa' }
  const before = await startProcess(dataDir)
  const first = await before.stripe.paymentIntents.create(params, { idempotencyKey: 'booking-1' })
  await end(before.child, 'SIGKILL')
  const after = await startProcess(dataDir)
  const again = await after.stripe.paymentIntents.create(params, { idempotencyKey: 'booking-1' })
  expect(again.id).toBe(first.id)
  expect((await after.stripe.charges.list()).data).toHaveLength(1)
  await end(after.child, 'SIGTERM')
  rmSync(dataDir, { recursive: true })
})
