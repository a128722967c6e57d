import escapeHtml from 'escape-html'
import type { Router } from 'express'
import type { InTransaction } from '../api/context.ts'
import { completeOnboarding } from '../connect/account.ts'
import { findAccountLink } from '../connect/account-links.ts'
import { connectedAccount, updateAccount } from '../connect/accounts.ts'
import { buttonForm, formValue, sendPage } from './page.ts'

/** Where Stripe would ask a business for its documents and its bank account. */
export function addOnboardingPage(router: Router, inTransaction: InTransaction): void {
  router.get('/onboarding/:token', (req, res) => {
    const { link, isValid } = inTransaction(({ db, now }) => {
      const found = findAccountLink(db, req.params.token)
      return { link: found, isValid: found !== undefined && found.expiresAt >= now }
    })
    if (!link) return sendPage(res, 404, 'Unknown link', '<p>This address is not complete.</p>')
    if (!isValid) return res.redirect(303, link.refreshUrl)
    const buttons = buttonForm('outcome', [
      ['submit', 'Submit'],
      ['later', 'Finish later'],
    ])
    const text = `<p>Account ${escapeHtml(link.account)} would now enter its details. Submit stands for all of them.</p>`
    sendPage(res, 200, 'Get paid', text + buttons)
  })

  router.post('/onboarding/:token', (req, res) => {
    const isSubmitted = formValue(req.body, 'outcome') === 'submit'
    const next = inTransaction((context) => {
      const link = findAccountLink(context.db, req.params.token)
      if (!link) return undefined
      if (link.expiresAt < context.now) return link.refreshUrl
      if (isSubmitted) updateAccount(context, completeOnboarding(connectedAccount(context, link.account), context.now))
      return link.returnUrl
    })
    if (!next) return sendPage(res, 404, 'Unknown link', '<p>This address is not complete.</p>')
    res.redirect(303, next)
  })
}
