import { urlencoded, type Router } from 'express'
import { newId } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as devMails from '../persistence/dev-mails.ts'
import * as devPushes from '../persistence/dev-pushes.ts'
import * as devSms from '../persistence/dev-sms.ts'
import { receiveSms } from '../use-cases/receive-sms.ts'
import { renderDevInbox } from './dev-inbox-page.ts'

/** The mails, SMS and pushes of the demonstration, for whoever tries it: as a page, or as JSON where that is asked for. */
export function addDevInbox(router: Router, deps: Deps): void {
  const { db, clock, allowedOrigins } = deps
  router.get('/dev/inbox', async (req, res) => {
    const [to, phone] = [req.query['to'], req.query['phone']]
    const mails = await devMails.listNewest(db, typeof to === 'string' ? to.toLowerCase() : undefined)
    const sms = await devSms.listNewest(db, typeof phone === 'string' ? phone : undefined)
    const pushes = await devPushes.listNewest(db)
    if (req.accepts(['html', 'json']) === 'json') {
      res.json({ items: mails.map(({ recipient, ...mail }) => ({ ...mail, to: recipient })), sms, pushes })
      return
    }
    res.set('cache-control', 'no-store').type('html').send(renderDevInbox({ mails, sms, pushes }))
  })

  /** What the demonstration's phone replies. */
  router.post('/dev/inbox/sms', urlencoded({ extended: false, limit: '4kb' }), async (req, res) => {
    const { origin } = req.headers
    const { from, text } = req.body as { from?: unknown; text?: unknown }
    const isForeign = origin !== undefined && !allowedOrigins.includes(origin)
    if (isForeign || typeof from !== 'string' || typeof text !== 'string' || text.length > 160) {
      res.sendStatus(403)
      return
    }
    await devSms.insert(db, { id: newId('event'), phone: from, text, isReply: true, at: clock() })
    await receiveSms(deps, { from, text })
    res.redirect(303, '/dev/inbox')
  })
}
