import type { IncomingHttpHeaders } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import { noAccess } from '../connect/accounts.ts'
import { stripeId } from '../ids.ts'
import * as objects from '../database/objects.ts'
import type { Keys } from '../keys.ts'
import { apiVersion } from '../webhooks/events.ts'
import { keyKindOf, secretKeyRequired } from './authentication.ts'
import { type BrowserFields, checkClientSecret, forBrowser, saveCard, takeBrowserFields } from './browser.ts'
import type { Context, InTransaction } from './context.ts'
import type { Endpoint } from './endpoint.ts'
import { invalidRequest, StripeError } from './error.ts'
import { expand, present } from './expand.ts'
import { type Form, parseForm } from './form.ts'
import { idempotentRequest, keyInUse, replayOrRun, type StripeResponse } from './idempotency.ts'
import { checkRequest, responseErrors } from './schemas.ts'

/** Slow responses, and responses that never arrive although the work was done. */
export const network = z.strictObject({
  delayMs: z.int().min(0).max(60_000).default(0),
  dropResponses: z.int().min(0).max(1_000).default(0),
})
export type Network = z.infer<typeof network>

type Deps = { keys: Keys; inTransaction: InTransaction; faults: Network }

export function addEndpoints(router: Router, endpoints: Endpoint[], { keys, inTransaction, faults }: Deps): void {
  const inFlight = new Set<string>()

  async function handle(endpoint: Endpoint, req: Request, res: Response): Promise<void> {
    const id = stripeId('req')
    res.set({ 'request-id': id, 'stripe-version': apiVersion })
    const { form, text } = readForm(req)
    const kind = keyKindOf(keys, withKeyInBody(req.headers, form))
    if (kind === 'publishable' && !endpoint.allowsPublishableKey) throw secretKeyRequired()
    checkVersion(req.headers)
    const browser = kind === 'publishable' ? takeBrowserFields(form) : undefined
    checkRequest(endpoint.params, form)
    const idempotent = idempotentRequest(req, text)
    if (idempotent && inFlight.has(idempotent.key)) throw keyInUse(idempotent.key)
    if (idempotent) inFlight.add(idempotent.key)
    try {
      await wait(faults.delayMs / 2)
      const response = inTransaction((platform) => {
        const context = {
          ...platform,
          account: accountIn(platform, req.headers),
          request: { id, idempotencyKey: idempotent?.key ?? null },
        }
        const ids = Object.values(req.params as Record<string, string>)
        return replayOrRun(context, idempotent, () => respond(endpoint, context, form, ids, browser))
      })
      await wait(faults.delayMs / 2)
      sendOrDrop(res, response, faults)
    } finally {
      if (idempotent) inFlight.delete(idempotent.key)
    }
  }

  for (const endpoint of endpoints) router[endpoint.method](endpoint.path, (req, res) => handle(endpoint, req, res))
}

function sendOrDrop(res: Response, { status, body, replayed }: StripeResponse, faults: Network): void {
  if (faults.dropResponses > 0) {
    faults.dropResponses -= 1
    res.destroy()
    return
  }
  if (replayed) res.set('idempotent-replayed', 'true')
  res.status(status).type('json').send(body)
}

function readForm(req: Request): { form: Form; text: string } {
  if (req.method !== 'POST') {
    const text = new URL(req.originalUrl, 'http://simulator').search.slice(1)
    return { form: parseForm(text), text }
  }
  const text = typeof req.body === 'string' ? req.body : ''
  const type = req.headers['content-type'] ?? ''
  if (text !== '' && !type.startsWith('application/x-www-form-urlencoded')) {
    throw invalidRequest(
      'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.',
    )
  }
  return { form: parseForm(text), text }
}

/** Stripe.js sends its key as a field of the form. */
function withKeyInBody(headers: IncomingHttpHeaders, form: Form): IncomingHttpHeaders {
  const { key } = form
  delete form['key']
  return headers.authorization === undefined && typeof key === 'string' ? { authorization: `Bearer ${key}` } : headers
}

function checkVersion(headers: IncomingHttpHeaders): void {
  const version = headers['stripe-version']
  if (version !== undefined && version !== apiVersion) {
    throw invalidRequest(
      `The simulator speaks the API version ${apiVersion} only, not ${String(version).slice(0, 40)}.`,
    )
  }
}

function accountIn({ db, platform }: Context, headers: IncomingHttpHeaders): string {
  const id = headers['stripe-account'] ?? headers['stripe-context']
  if (id === undefined) return platform
  const account = objects.find(db, 'account', platform, String(id))
  if (!account) throw noAccess(String(id).slice(0, 60))
  return account.id
}

function respond(
  endpoint: Endpoint,
  context: Context,
  form: Form,
  ids: string[],
  browser: BrowserFields | undefined,
): StripeResponse {
  context.db.exec('savepoint operation')
  try {
    if (browser) {
      checkClientSecret(context, ids[0], browser.secret)
      saveCard(context, form, browser.card)
    }
    const object = { ...endpoint.handle(context, form, ids) }
    const body = expand(context, present(context, object), (form['expand'] ?? []) as string[])
    checkResponse(endpoint, body)
    context.db.exec('release operation')
    return { status: 200, body: JSON.stringify(browser ? forBrowser(body) : body, null, 2) }
  } catch (error) {
    const commits = error instanceof StripeError && error.commitsChanges
    if (!commits) context.db.exec('rollback to operation')
    context.db.exec('release operation')
    if (error instanceof StripeError) return errorResponse(error, browser !== undefined)
    throw error
  }
}

function checkResponse({ returns, isList }: Endpoint, body: Record<string, unknown>): void {
  const parts = isList ? (body['data'] as unknown[]) : [body]
  const errors = parts.map((part) => responseErrors(returns, part)).find(Boolean)
  if (errors) throw new Error(`The simulator's own response breaks the SDK's types: ${errors}`)
}

export function errorResponse({ status, body }: StripeError, isForBrowser: boolean): StripeResponse {
  const { payment_intent: intent } = body
  const error = intent && isForBrowser ? { ...body, payment_intent: forBrowser({ ...intent }) } : body
  return { status, body: JSON.stringify({ error }, null, 2) }
}
