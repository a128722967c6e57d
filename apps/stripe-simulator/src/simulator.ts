import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type NextFunction, type Request, type Response } from 'express'
import { allowLoopbackPages, refuseForeignPages } from './api/browser.ts'
import type { Context, InTransaction } from './api/context.ts'
import { StripeError } from './api/error.ts'
import { requireSecretKey } from './api/authentication.ts'
import { addEndpoints, errorResponse, network } from './api/router.ts'
import { type Clock, systemClock, testClock } from './clock.ts'
import { newAccountId, platformAccount } from './connect/account.ts'
import { addControl } from './control/control.ts'
import { changeSetting, inTransaction, openDatabase, setting } from './database/database.ts'
import * as objects from './database/objects.ts'
import { endpoints } from './endpoints.ts'
import { type Keys, readOrCreateKeys } from './keys.ts'
import { addAuthenticationPage } from './pages/authentication-page.ts'
import { addOnboardingPage } from './pages/onboarding-page.ts'
import { runDueJob } from './run-due-job.ts'
import { deliveryWorker } from './webhooks/delivery-worker.ts'
import { saveConfiguredEndpoint } from './webhooks/webhook-endpoints.ts'

export type Options = {
  dataDir: string
  port?: number
  clock?: Clock
  /** Gets the platform's events and, signed with a second secret, those of connected accounts. */
  webhookUrl?: string
  webhookSecret?: string
  connectWebhookSecret?: string
}
export type Simulator = Keys & { url: string; close: () => Promise<void> }

const jobIntervalMs = 100

export async function startSimulator({
  dataDir,
  port = 0,
  clock = systemClock,
  ...webhook
}: Options): Promise<Simulator> {
  const db = openDatabase(dataDir)
  const saved = readOrCreateKeys(dataDir)
  const keys = {
    ...saved,
    webhookSecret: webhook.webhookSecret ?? saved.webhookSecret,
    connectWebhookSecret: webhook.connectWebhookSecret ?? saved.connectWebhookSecret,
  }
  const now = testClock(db, clock)
  const platform = setting(db, 'platform') ?? newAccountId()
  const faults = network.parse({})
  const worker = deliveryWorker({ db, clock: now, wallClock: clock })
  let origin = ''

  const withContext: InTransaction = (work) => {
    const context: Context = {
      db,
      now: Math.floor(now().epochMilliseconds / 1000),
      platform,
      account: platform,
      origin,
      request: { id: null, idempotencyKey: null },
    }
    const result = inTransaction(db, () => work(context))
    worker.wake()
    return result
  }

  const app = express().disable('x-powered-by')
  app.use(refuseForeignPages, allowLoopbackPages)
  app.use('/v1', express.text({ type: () => true, limit: '1mb' }))
  app.use('/_control', requireSecretKey(keys), express.text({ type: 'application/json', limit: '1mb' }))
  app.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '10kb' }))
  addEndpoints(app, endpoints, { keys, inTransaction: withContext, faults })
  addControl(app, withContext, faults)
  addAuthenticationPage(app, withContext)
  addOnboardingPage(app, withContext)
  app.use(refuseUnknownUrl)
  app.use(sendError)

  const server = app.listen(port, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  withContext((context) => {
    if (setting(db, 'platform') === undefined) {
      changeSetting(db, 'platform', platform)
      objects.insert(db, platform, platformAccount(platform, context.now))
    }
    if (webhook.webhookUrl) {
      const endpoint = { enabledEvents: ['*'], url: webhook.webhookUrl }
      saveConfiguredEndpoint(context, { ...endpoint, connect: false, secret: keys.webhookSecret })
      saveConfiguredEndpoint(context, { ...endpoint, connect: true, secret: keys.connectWebhookSecret })
    }
  })
  const jobs = setInterval(() => {
    while (withContext(runDueJob));
  }, jobIntervalMs)

  return {
    ...keys,
    url: origin,
    async close() {
      clearInterval(jobs)
      server.close()
      server.closeIdleConnections()
      const cutOff = setTimeout(() => server.closeAllConnections(), 2_000)
      await Promise.all([once(server, 'close'), worker.stop()])
      clearTimeout(cutOff)
      db.close()
    },
  }
}

function refuseUnknownUrl(req: Request): void {
  throw new StripeError(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${req.method}: ${req.path}). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.`,
  })
}

function sendError(error: unknown, _req: Request, res: Response, _next: NextFunction): void {
  if (error instanceof StripeError) {
    const { status, body } = errorResponse(error, false)
    return void res.status(status).type('json').send(body)
  }
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500
  const message = error instanceof Error ? error.message : String(error)
  if (status >= 500) console.error(error)
  res.status(status).json({ error: { type: status < 500 ? 'invalid_request_error' : 'api_error', message } })
}
