import type { Request, Router } from 'express'
import * as objects from '../books/objects.ts'
import { finishAuthentication } from '../payments/paying.ts'
import type { Call } from '../wire/call.ts'
import type { Write } from '../simulator.ts'
import { choice, chosen, escaped, sendPage } from './page.ts'

type Asked = { id: string; secret: string }

/** Where a bank would ask its customer. */
export function addAuthenticationPage(router: Router, write: Write): void {
  router.get('/authenticate/:id', (req, res) => {
    const intent = write((call) => intentFor(call, { id: req.params.id, secret: secretIn(req) }))
    if (!intent) return sendPage(res, 404, 'Unknown payment', '<p>This address is not complete.</p>')
    if (intent.status !== 'requires_action')
      return sendPage(res, 200, 'Already answered', '<p>You can close this page.</p>')
    const amount = `${intent.amount} ${escaped(intent.currency.toUpperCase())} in the smallest unit`
    const buttons = choice('outcome', [
      ['complete', 'Complete'],
      ['fail', 'Fail'],
    ])
    sendPage(res, 200, '3-D Secure', `<p>Your bank asks whether you are paying ${amount}.</p>${buttons}`)
  })

  router.post('/authenticate/:id', (req, res) => {
    const passed = chosen(req.body, 'outcome') === 'complete'
    const asked = { id: req.params.id, secret: secretIn(req) }
    const done = write((call) => {
      const intent = intentFor(call, asked)
      if (!intent) return undefined
      if (intent.status !== 'requires_action') return { intent, returnUrl: '' }
      return {
        intent: finishAuthentication(call, intent, passed),
        returnUrl: String(objects.memoOf(call.db, intent.id)['returnUrl']),
      }
    })
    if (!done) return sendPage(res, 404, 'Unknown payment', '<p>This address is not complete.</p>')
    if (!done.returnUrl) return sendPage(res, 200, 'Thank you', '<p>You can close this page.</p>')
    const back = new URL(done.returnUrl)
    back.searchParams.set('payment_intent', asked.id)
    back.searchParams.set('payment_intent_client_secret', asked.secret)
    back.searchParams.set('redirect_status', done.intent.last_payment_error ? 'failed' : 'succeeded')
    res.redirect(303, back.href)
  })
}

const secretIn = (req: Request) => new URL(req.originalUrl, 'http://simulator').searchParams.get('client_secret') ?? ''

function intentFor(call: Call, { id, secret }: Asked) {
  const found = objects.findAny(call.db, id)
  if (found?.document.object !== 'payment_intent' || found.document.client_secret !== secret) return undefined
  return found.document
}
