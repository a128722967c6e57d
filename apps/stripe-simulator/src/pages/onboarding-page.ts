import type { Router } from 'express'
import { linkWith } from '../connect/account-links.ts'
import { changeAccount, connectedAccount } from '../connect/accounts.ts'
import { onboarded } from '../connect/account.ts'
import type { Write } from '../simulator.ts'
import { choice, chosen, escaped, sendPage } from './page.ts'

/** Where Stripe would ask a business for its papers and its bank account. */
export function addOnboardingPage(router: Router, write: Write): void {
  router.get('/onboarding/:token', (req, res) => {
    const { link, isFresh } = write(({ db, now }) => {
      const found = linkWith(db, req.params.token)
      return { link: found, isFresh: found !== undefined && found.expiresAt >= now }
    })
    if (!link) return sendPage(res, 404, 'Unknown link', '<p>This address is not complete.</p>')
    if (!isFresh) return res.redirect(303, link.refreshUrl)
    const buttons = choice('outcome', [
      ['submit', 'Submit'],
      ['later', 'Finish later'],
    ])
    const words = `<p>Account ${escaped(link.account)} would now enter its details. Submit stands for all of them.</p>`
    sendPage(res, 200, 'Get paid', words + buttons)
  })

  router.post('/onboarding/:token', (req, res) => {
    const isSubmitted = chosen(req.body, 'outcome') === 'submit'
    const next = write((call) => {
      const link = linkWith(call.db, req.params.token)
      if (!link) return undefined
      if (link.expiresAt < call.now) return link.refreshUrl
      if (isSubmitted) changeAccount(call, onboarded(connectedAccount(call, link.account), call.now))
      return link.returnUrl
    })
    if (!next) return sendPage(res, 404, 'Unknown link', '<p>This address is not complete.</p>')
    res.redirect(303, next)
  })
}
