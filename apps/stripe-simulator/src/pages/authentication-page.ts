import escapeHtml from 'escape-html'
import type { Request, Router } from 'express'
import type { Context, InTransaction } from '../api/context.ts'
import * as objects from '../database/objects.ts'
import { finishAuthentication } from '../payments/confirmation.ts'
import { buttonForm, formValue, sendPage } from './page.ts'

type PaymentLink = { id: string; secret: string }

/** Where a bank would ask its customer. */
export function addAuthenticationPage(router: Router, inTransaction: InTransaction): void {
  router.get('/authenticate/:id', (req, res) => {
    const intent = inTransaction((context) => findIntent(context, { id: req.params.id, secret: readSecret(req) }))
    if (!intent) return sendPage(res, 404, 'Unknown payment', '<p>This address is not complete.</p>')
    if (intent.status !== 'requires_action')
      return sendPage(res, 200, 'Already answered', '<p>You can close this page.</p>')
    const amount = `${intent.amount} ${escapeHtml(intent.currency.toUpperCase())} in the smallest unit`
    const buttons = buttonForm('outcome', [
      ['complete', 'Complete'],
      ['fail', 'Fail'],
    ])
    sendPage(res, 200, '3-D Secure', `<p>Your bank asks whether you are paying ${amount}.</p>${buttons}`)
  })

  router.post('/authenticate/:id', (req, res) => {
    const succeeded = formValue(req.body, 'outcome') === 'complete'
    const link = { id: req.params.id, secret: readSecret(req) }
    const result = inTransaction((context) => {
      const intent = findIntent(context, link)
      if (!intent) return undefined
      if (intent.status !== 'requires_action') return { intent, returnUrl: '' }
      return {
        intent: finishAuthentication(context, intent, succeeded),
        returnUrl: String(objects.internalFields(context.db, intent.id)['returnUrl']),
      }
    })
    if (!result) return sendPage(res, 404, 'Unknown payment', '<p>This address is not complete.</p>')
    if (!result.returnUrl) return sendPage(res, 200, 'Thank you', '<p>You can close this page.</p>')
    const back = new URL(result.returnUrl)
    back.searchParams.set('payment_intent', link.id)
    back.searchParams.set('payment_intent_client_secret', link.secret)
    back.searchParams.set('redirect_status', result.intent.last_payment_error ? 'failed' : 'succeeded')
    res.redirect(303, back.href)
  })
}

const readSecret = (req: Request) =>
  new URL(req.originalUrl, 'http://simulator').searchParams.get('client_secret') ?? ''

function findIntent(context: Context, { id, secret }: PaymentLink) {
  const found = objects.findAny(context.db, id)
  if (found?.document.object !== 'payment_intent' || found.document.client_secret !== secret) return undefined
  return found.document
}
