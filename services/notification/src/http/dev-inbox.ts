import escapeHtml from 'escape-html'
import type { Router } from 'express'
import type { Kysely } from 'kysely'
import type { Database } from '../persistence/database.ts'
import { listNewest, type DevMail } from '../persistence/dev-mails.ts'

/** The mails of the demonstration, for whoever tries it: as a page, or as JSON where that is asked for. */
export function addDevInbox(router: Router, db: Kysely<Database>): void {
  router.get('/dev/inbox', async (req, res) => {
    const to = req.query['to']
    const mails = await listNewest(db, typeof to === 'string' ? to.toLowerCase() : undefined)
    if (req.accepts(['html', 'json']) === 'json') {
      res.json({ items: mails.map(({ recipient, ...mail }) => ({ ...mail, to: recipient })) })
      return
    }
    res.set('cache-control', 'no-store').type('html').send(renderPage(mails))
  })
}

const renderPage = (mails: DevMail[]) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Dev inbox</title></head>
<body style="font:17px/1.5 system-ui,sans-serif;color:#2B2621;background:#FBF7F0;max-width:44rem;margin:0 auto;padding:24px">
<h1>Dev inbox</h1><p>Mails of the demonstration. Nothing leaves this machine.</p>
${mails.length ? mails.map(renderArticle).join('\n') : '<p>No mail yet. Register or book, and it appears here.</p>'}
</body></html>`

const renderArticle = ({
  recipient,
  subject,
  text,
  at,
}: DevMail) => `<article style="background:#FFFFFF;border:1px solid #E4D9C8;border-radius:14px;padding:16px;margin:16px 0">
<h2 style="margin:0;font-size:1.1rem">${escapeHtml(subject)}</h2><p style="color:#6B6056;margin:0">to ${escapeHtml(recipient)} · ${escapeHtml(at.toString().slice(0, 16).replace('T', ' '))} UTC</p>
<p style="white-space:pre-wrap;overflow-wrap:anywhere">${withLinks(escapeHtml(text))}</p></article>`

const withLinks = (html: string) =>
  html.replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" style="color:#9C3F1C">${url}</a>`)
