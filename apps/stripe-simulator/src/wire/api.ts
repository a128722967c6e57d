import type { IncomingHttpHeaders } from 'node:http'
import type { Request, Response, Router } from 'express'
import * as objects from '../books/objects.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { stripeId } from '../books/ids.ts'
import { noAccess } from '../connect/accounts.ts'
import type { Network } from '../control/network.ts'
import type { Write } from '../simulator.ts'
import { apiVersion } from '../webhooks/events.ts'
import { keyKindOf, secretKeyRequired } from './authentication.ts'
import type { Call } from './call.ts'
import type { Endpoint } from './endpoint.ts'
import { expand, present } from './expand.ts'
import { type Form, parseForm } from './form.ts'
import { type Answer, answered, fingerprint, keep, keyInUse } from './idempotency.ts'
import { type BrowserFields, checkClientSecret, forBrowser, saveCard, takeBrowserFields } from './publishable.ts'
import { invalid, Refusal } from './refusal.ts'
import { checkRequest, faultsOfResponse } from './schemas.ts'

type Asked = { key: string; request: string } | undefined

export function addEndpoints(router: Router, endpoints: Endpoint[], write: Write, wire: Network): void {
  const inFlight = new Set<string>()

  async function handle(endpoint: Endpoint, req: Request, res: Response): Promise<void> {
    const id = stripeId('req')
    res.set({ 'request-id': id, 'stripe-version': apiVersion })
    const { form, text } = readForm(req)
    const kind = keyKindOf(withKeyInBody(req.headers, form))
    if (kind === 'publishable' && !endpoint.fromBrowser) throw secretKeyRequired()
    checkVersion(req.headers)
    const browser = kind === 'publishable' ? takeBrowserFields(form) : undefined
    checkRequest(endpoint.params, form)
    const asked = askedOnce(req, text)
    if (asked && inFlight.has(asked.key)) throw keyInUse(asked.key)
    if (asked) inFlight.add(asked.key)
    try {
      await wait(wire.delayMs / 2)
      const answer = write((bare) => {
        const call = {
          ...bare,
          account: accountIn(bare, req.headers),
          request: { id, idempotencyKey: asked?.key ?? null },
        }
        return once(call, asked, res, () =>
          answerTo(endpoint, call, form, Object.values(req.params as Record<string, string>), browser),
        )
      })
      await wait(wire.delayMs / 2)
      sendOrLose(res, answer, wire)
    } finally {
      if (asked) inFlight.delete(asked.key)
    }
  }

  for (const endpoint of endpoints) router[endpoint.method](endpoint.path, (req, res) => handle(endpoint, req, res))
}

function sendOrLose(res: Response, answer: Answer, wire: Network): void {
  if (wire.loseAnswers > 0) {
    wire.loseAnswers -= 1
    res.destroy()
    return
  }
  res.status(answer.status).type('json').send(answer.body)
}

function readForm(req: Request): { form: Form; text: string } {
  if (req.method !== 'POST') {
    const text = new URL(req.originalUrl, 'http://simulator').search.slice(1)
    return { form: parseForm(text), text }
  }
  const text = typeof req.body === 'string' ? req.body : ''
  const type = req.headers['content-type'] ?? ''
  if (text !== '' && !type.startsWith('application/x-www-form-urlencoded')) {
    throw invalid(
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
  const wanted = headers['stripe-version']
  if (wanted !== undefined && wanted !== apiVersion) {
    throw invalid(`The simulator speaks the API version ${apiVersion} only, not ${String(wanted).slice(0, 40)}.`)
  }
}

function askedOnce(req: Request, text: string): Asked {
  const key = req.headers['idempotency-key']
  if (req.method !== 'POST' || typeof key !== 'string') return undefined
  if (key.length > 255) throw invalid('Idempotency keys may have at most 255 characters.')
  return { key, request: fingerprint(req.method, req.path, text) }
}

function accountIn({ db, platform }: Call, headers: IncomingHttpHeaders): string {
  const named = headers['stripe-account'] ?? headers['stripe-context']
  if (named === undefined) return platform
  const found = objects.find(db, 'account', platform, String(named))
  if (!found) throw noAccess(String(named).slice(0, 60))
  return found.id
}

/** A refusal is an answer too, and is repeated like one. */
function once(call: Call, asked: Asked, res: Response, work: () => Answer): Answer {
  if (!asked) return work()
  const before = answered(call.db, call.account, asked.key, asked.request, call.now)
  if (before) {
    res.set('idempotent-replayed', 'true')
    return before
  }
  const answer = work()
  keep(call.db, call.account, asked.key, asked.request, answer, call.now)
  return answer
}

function answerTo(
  endpoint: Endpoint,
  call: Call,
  form: Form,
  ids: string[],
  browser: BrowserFields | undefined,
): Answer {
  call.db.exec('savepoint operation')
  try {
    if (browser) {
      checkClientSecret(call, ids[0], browser.secret)
      saveCard(call, form, browser.card)
    }
    const object = { ...endpoint.answer(call, form, ids) }
    const body = expand(call, present(call, object), (form['expand'] ?? []) as string[])
    checkAnswer(endpoint, body)
    call.db.exec('release operation')
    return { status: 200, body: JSON.stringify(browser ? forBrowser(body) : body, null, 2) }
  } catch (error) {
    const kept = error instanceof Refusal && error.keepsTheBooks
    if (!kept) call.db.exec('rollback to operation')
    call.db.exec('release operation')
    if (error instanceof Refusal) return refusalAnswer(error, browser !== undefined)
    throw error
  }
}

function checkAnswer({ returns, list }: Endpoint, body: Record<string, unknown>): void {
  const parts = list ? (body['data'] as unknown[]) : [body]
  const faults = parts.map((part) => faultsOfResponse(returns, part)).find(Boolean)
  if (faults) throw new Error(`The simulator's own answer breaks the SDK's types: ${faults}`)
}

export function refusalAnswer(refusal: Refusal, isForBrowser: boolean): Answer {
  const { payment_intent: intent } = refusal.body
  const error = intent && isForBrowser ? { ...refusal.body, payment_intent: forBrowser({ ...intent }) } : refusal.body
  return { status: refusal.status, body: JSON.stringify({ error }, null, 2) }
}
