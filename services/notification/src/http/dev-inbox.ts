import escapeHtml from 'escape-html'
import { urlencoded, type Router } from 'express'
import { newId } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as devMails from '../persistence/dev-mails.ts'
import * as devSms from '../persistence/dev-sms.ts'
import { receiveSms } from '../use-cases/receive-sms.ts'

/** The mails and SMS of the demonstration, for whoever tries it: as a page, or as JSON where that is asked for. */
export function addDevInbox(router: Router, deps: Deps): void {
  const { db, clock, allowedOrigins } = deps
  router.get('/dev/inbox', async (req, res) => {
    const [to, phone] = [req.query['to'], req.query['phone']]
    const mails = await devMails.listNewest(db, typeof to === 'string' ? to.toLowerCase() : undefined)
    const sms = await devSms.listNewest(db, typeof phone === 'string' ? phone : undefined)
    if (req.accepts(['html', 'json']) === 'json') {
      res.json({ items: mails.map(({ recipient, ...mail }) => ({ ...mail, to: recipient })), sms })
      return
    }
    res.set('cache-control', 'no-store').type('html').send(renderPage(mails, sms))
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

const renderPage = (mails: devMails.DevMail[], sms: devSms.DevSms[]) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Dev inbox</title></head>
<body style="font:17px/1.5 system-ui,sans-serif;color:#2B2621;background:#FBF7F0;max-width:72rem;margin:0 auto;padding:24px">
<h1>Dev inbox</h1><p>Messages of the demonstration. Nothing leaves this machine.</p>
<div style="display:flex;flex-wrap:wrap-reverse;gap:24px">
<section style="flex:2 1 22rem;min-width:0"><h2>Mails</h2>
${mails.length ? mails.map(renderMail).join('\n') : '<p>No mail yet. Register or book, and it appears here.</p>'}
</section>
<section style="flex:1 1 18rem;min-width:0"><h2>SMS</h2>
${sms.length ? renderPhones(sms) : '<p>No SMS yet. Add a phone number in the notification settings.</p>'}
</section></div>
</body></html>`

const box = 'background:#FFFFFF;border:1px solid #E4D9C8;border-radius:14px;padding:16px;margin:16px 0'
const writeTime = (at: devSms.DevSms['at']) => `${at.toString().slice(0, 16).replace('T', ' ')} UTC`

const renderMail = ({ recipient, subject, text, attachments, at }: devMails.DevMail) => `<article style="${box}">
<h3 style="margin:0;font-size:1.1rem">${escapeHtml(subject)}</h3><p style="color:#6B6056;margin:0">to ${escapeHtml(recipient)} · ${escapeHtml(writeTime(at))}</p>
<p style="white-space:pre-wrap;overflow-wrap:anywhere">${withLinks(escapeHtml(text))}</p>${attachments.map(renderAttachment).join(' ')}</article>`

const renderAttachment = ({ name, contentType, content }: devMails.DevMail['attachments'][number]) =>
  `<a download="${escapeHtml(name)}" href="data:${escapeHtml(contentType.replaceAll('; ', ';'))};base64,${Buffer.from(content).toString('base64')}" style="color:#9C3F1C">${escapeHtml(name)}</a>`

const renderPhones = (sms: devSms.DevSms[]) =>
  [...Map.groupBy(sms, ({ phone }) => phone)].map(([phone, own]) => renderPhone(phone, own)).join('\n')

const renderPhone = (phone: string, sms: devSms.DevSms[]) => `<article style="${box}">
<h3 style="margin:0;font-size:1.1rem">${escapeHtml(phone)}</h3>
<form method="post" action="/dev/inbox/sms" style="display:flex;gap:8px;flex-wrap:wrap;margin:8px 0"><input type="hidden" name="from" value="${escapeHtml(phone)}">
<span style="color:#6B6056;align-self:center">Reply</span> ${['STOP', 'START', 'HELP'].map((word) => `<button name="text" value="${word}" style="font:inherit;min-height:44px;padding:0 14px;border:1px solid #9C3F1C;border-radius:8px;background:#FFFFFF;color:#9C3F1C">${word}</button>`).join(' ')}</form>
${sms.map(renderSms).join('\n')}</article>`

const renderSms = ({ text, isReply, at }: devSms.DevSms) =>
  `<p style="margin:8px ${isReply ? '0 8px 48px' : '48px 8px 0'};padding:8px 12px;border-radius:14px;background:${isReply ? '#F3E9DA' : '#FBF7F0'};overflow-wrap:anywhere">${withLinks(escapeHtml(text))}<br><span style="color:#6B6056;font-size:0.85rem">${escapeHtml(writeTime(at))}</span></p>`

const withLinks = (html: string) =>
  html.replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" style="color:#9C3F1C">${url}</a>`)
