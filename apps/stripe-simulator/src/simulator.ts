import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type NextFunction, type Request, type Response } from 'express'
import { answerAlarm } from './alarms.ts'
import { changeSetting, inTransaction, openBooks, setting } from './books/database.ts'
import * as objects from './books/objects.ts'
import { aheadClock } from './books/time.ts'
import { type Clock, systemClock } from './clock.ts'
import { accountId, platformAccount } from './connect/account.ts'
import { addControl } from './control/control.ts'
import { goodNetwork } from './control/network.ts'
import { endpoints } from './endpoints.ts'
import { type Keys, keysIn } from './keys.ts'
import { addAuthenticationPage } from './pages/authentication-page.ts'
import { addOnboardingPage } from './pages/onboarding-page.ts'
import { courier } from './webhooks/courier.ts'
import { keepEndpoint } from './webhooks/webhook-endpoints.ts'
import { addEndpoints, refusalAnswer } from './wire/api.ts'
import type { Call } from './wire/call.ts'
import { allowLoopbackPages } from './wire/cross-origin.ts'
import { Refusal } from './wire/refusal.ts'
import { compileAhead } from './wire/schemas.ts'

export type Options = {
  dataDir: string
  port?: number
  clock?: Clock
  /** Hears of the platform's events and, with a second secret, of those of connected accounts. */
  webhookUrl?: string
  webhookSecret?: string
  connectWebhookSecret?: string
}
export type Simulator = Keys & { url: string; close: () => Promise<void> }

/** One transaction: what it returns is on disk. */
export type Write = <T>(work: (call: Call) => T) => T

const heartbeatMs = 100

export async function startSimulator({ dataDir, port = 0, clock = systemClock, ...hook }: Options): Promise<Simulator> {
  const db = openBooks(dataDir)
  const made = keysIn(dataDir)
  const keys = {
    ...made,
    webhookSecret: hook.webhookSecret ?? made.webhookSecret,
    connectWebhookSecret: hook.connectWebhookSecret ?? made.connectWebhookSecret,
  }
  const testClock = aheadClock(db, clock)
  const seconds = () => Math.floor(testClock().epochMilliseconds / 1000)
  const platform = setting(db, 'platform') ?? accountId()
  const wire = goodNetwork()
  const letters = courier({ db, clock: testClock, wallClock: clock })
  let origin = ''

  const write: Write = (work) => {
    const call: Call = {
      db,
      now: seconds(),
      platform,
      account: platform,
      origin,
      request: { id: null, idempotencyKey: null },
    }
    const result = inTransaction(db, () => work(call))
    letters.wake()
    return result
  }

  const app = express().disable('x-powered-by')
  app.use(allowLoopbackPages)
  app.use('/v1', express.text({ type: () => true, limit: '1mb' }))
  app.use('/_control', express.text({ type: () => true, limit: '1mb' }))
  app.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '10kb' }))
  addEndpoints(app, endpoints, write, wire)
  addControl(app, write, wire)
  addAuthenticationPage(app, write)
  addOnboardingPage(app, write)
  app.use(unrecognized)
  app.use(explain)

  const server = app.listen(port, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  write((call) => {
    if (setting(db, 'platform') === undefined) {
      changeSetting(db, 'platform', platform)
      objects.insert(db, platform, platformAccount(platform, call.now))
    }
    const endpoint = { enabledEvents: ['*'], now: call.now, platform }
    if (hook.webhookUrl) {
      keepEndpoint(db, { ...endpoint, url: hook.webhookUrl, connect: false, secret: keys.webhookSecret })
      keepEndpoint(db, { ...endpoint, url: hook.webhookUrl, connect: true, secret: keys.connectWebhookSecret })
    }
  })
  setImmediate(compileAhead)

  const heartbeat = setInterval(() => {
    while (write(answerAlarm));
  }, heartbeatMs)

  return {
    ...keys,
    url: origin,
    async close() {
      clearInterval(heartbeat)
      server.close()
      server.closeIdleConnections()
      const stragglers = setTimeout(() => server.closeAllConnections(), 2_000)
      await Promise.all([once(server, 'close'), letters.stop()])
      clearTimeout(stragglers)
      db.close()
    },
  }
}

function unrecognized(req: Request): void {
  throw new Refusal(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${req.method}: ${req.path}). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.`,
  })
}

function explain(error: unknown, _req: Request, res: Response, _next: NextFunction): void {
  if (error instanceof Refusal) {
    const { status, body } = refusalAnswer(error, false)
    return void res.status(status).type('json').send(body)
  }
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500
  const words = error instanceof Error ? error.message : String(error)
  if (status >= 500) console.error(error)
  res.status(status).json({ error: { type: status < 500 ? 'invalid_request_error' : 'api_error', message: words } })
}
