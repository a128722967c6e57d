import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Stripe from 'stripe'
import { type Options, type Simulator, startSimulator } from '../src/simulator.ts'

export type TestSimulator = Simulator & {
  stripe: Stripe
  dataDir: string
  control: <T = unknown>(path: string, body?: object) => Promise<T>
  stop: () => Promise<void>
  [Symbol.asyncDispose]: () => Promise<void>
}

export const newDataDir = () => mkdtempSync(join(tmpdir(), 'stripe-simulator-'))

export function clientOf(url: string, key: string, config: Stripe.StripeConfig = {}): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, ...config })
}

export async function control<T = unknown>(
  { url, secretKey }: Pick<Simulator, 'url' | 'secretKey'>,
  path: string,
  body?: object,
): Promise<T> {
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' }
  const response = await fetch(`${url}/_control/${path}`, {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

export async function startTestSimulator(options: Partial<Options> = {}): Promise<TestSimulator> {
  const dataDir = options.dataDir ?? newDataDir()
  const simulator = await startSimulator({ ...options, dataDir })
  const stop = async () => {
    await simulator.close()
    if (!options.dataDir) rmSync(dataDir, { recursive: true })
  }
  return {
    ...simulator,
    stripe: clientOf(simulator.url, simulator.secretKey),
    dataDir,
    control: (path, body) => control(simulator, path, body),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

export const submitPage = (url: string, outcome: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' })

export async function onboard({ stripe }: Pick<TestSimulator, 'stripe'>): Promise<string> {
  const account = await stripe.accounts.create({
    type: 'express',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  })
  const address = 'http://127.0.0.1:9/done'
  const link = await stripe.accountLinks.create({
    account: account.id,
    type: 'account_onboarding',
    return_url: address,
    refresh_url: address,
  })
  await submitPage(link.url, 'submit')
  return account.id
}

type ReceivedDelivery = { event: Stripe.Event; body: string; headers: IncomingHttpHeaders }

/** A webhook endpoint that responds with `status`. */
export async function webhookReceiver() {
  const received: ReceivedDelivery[] = []
  const receiver = { received, status: 200 }
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      received.push({ event: JSON.parse(body) as Stripe.Event, body, headers: req.headers })
      res.writeHead(receiver.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    types: () => received.map(({ event }) => event.type),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  })
}

export async function until(condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  for (let waited = 0; waited < withinMs; waited += 20) {
    if (await condition()) return
    await wait(20)
  }
  throw new Error(`Still not so after ${withinMs} ms: ${condition.toString()}`)
}
