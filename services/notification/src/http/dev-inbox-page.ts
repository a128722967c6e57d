import escapeHtml from 'escape-html'
import type { DevMail } from '../persistence/dev-mails.ts'
import type { DevPush } from '../persistence/dev-pushes.ts'
import type { DevSms } from '../persistence/dev-sms.ts'

type Messages = { mails: DevMail[]; sms: DevSms[]; pushes: DevPush[] }

export const renderDevInbox = ({ mails, sms, pushes }: Messages): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Dev inbox</title></head>
<body style="font:17px/1.5 system-ui,sans-serif;color:#2B2621;background:#FBF7F0;max-width:84rem;margin:0 auto;padding:24px">
<h1>Dev inbox</h1><p>Messages of the demonstration. Nothing leaves this machine.</p>
<div style="display:flex;flex-wrap:wrap-reverse;gap:24px">
<section style="flex:2 1 22rem;min-width:0"><h2>Mails</h2>
${mails.length ? mails.map(renderMail).join('\n') : '<p>No mail yet. Register or book, and it appears here.</p>'}
</section>
<section style="flex:1 1 18rem;min-width:0"><h2>SMS</h2>
${sms.length ? renderPhones(sms) : '<p>No SMS yet. Add a phone number in the notification settings.</p>'}
</section>
<section style="flex:1 1 18rem;min-width:0"><h2>Pushes</h2>
${pushes.length ? renderDevices(pushes) : '<p>No push yet. Add a phone in the notification settings.</p>'}
</section></div>
</body></html>`

const box = 'background:#FFFFFF;border:1px solid #E4D9C8;border-radius:14px;padding:16px;margin:16px 0'
const writeTime = (at: DevSms['at']) => `${at.toString().slice(0, 16).replace('T', ' ')} UTC`

const renderMail = ({ recipient, subject, text, attachments, at }: DevMail) => `<article style="${box}">
<h3 style="margin:0;font-size:1.1rem">${escapeHtml(subject)}</h3><p style="color:#6B6056;margin:0">to ${escapeHtml(recipient)} · ${escapeHtml(writeTime(at))}</p>
<p style="white-space:pre-wrap;overflow-wrap:anywhere">${withLinks(escapeHtml(text))}</p>${attachments.map(renderAttachment).join(' ')}</article>`

const renderAttachment = ({ name, contentType, content }: DevMail['attachments'][number]) =>
  `<a download="${escapeHtml(name)}" href="data:${escapeHtml(contentType.replaceAll('; ', ';'))};base64,${Buffer.from(content).toString('base64')}" style="color:#9C3F1C">${escapeHtml(name)}</a>`

const renderPhones = (sms: DevSms[]) =>
  [...Map.groupBy(sms, ({ phone }) => phone)].map(([phone, own]) => renderPhone(phone, own)).join('\n')

const renderPhone = (phone: string, sms: DevSms[]) => `<article style="${box}">
<h3 style="margin:0;font-size:1.1rem">${escapeHtml(phone)}</h3>
<form method="post" action="/dev/inbox/sms" style="display:flex;gap:8px;flex-wrap:wrap;margin:8px 0"><input type="hidden" name="from" value="${escapeHtml(phone)}">
<span style="color:#6B6056;align-self:center">Reply</span> ${['STOP', 'START', 'HELP'].map((word) => `<button name="text" value="${word}" style="font:inherit;min-height:44px;padding:0 14px;border:1px solid #9C3F1C;border-radius:8px;background:#FFFFFF;color:#9C3F1C">${word}</button>`).join(' ')}</form>
${sms.map(renderSms).join('\n')}</article>`

const renderSms = ({ text, isReply, at }: DevSms) =>
  `<p style="margin:8px ${isReply ? '0 8px 48px' : '48px 8px 0'};padding:8px 12px;border-radius:14px;background:${isReply ? '#F3E9DA' : '#FBF7F0'};overflow-wrap:anywhere">${withLinks(escapeHtml(text))}<br><span style="color:#6B6056;font-size:0.85rem">${escapeHtml(writeTime(at))}</span></p>`

const renderDevices = (pushes: DevPush[]) =>
  [...Map.groupBy(pushes, ({ address }) => address)].map(([address, own]) => renderDevice(address, own)).join('\n')

const platformNames: Record<string, string> = { android: 'Android', ios: 'iPhone', 'ios-sandbox': 'iPhone (sandbox)' }

const renderDevice = (address: string, pushes: DevPush[]) => {
  const [platform = '', token = ''] = address.split(' ')
  return `<article style="${box}">
<h3 style="margin:0;font-size:1.1rem">${escapeHtml(`${platformNames[platform] ?? platform} …${token.slice(-6)}`)}</h3>
${pushes.map(renderPush).join('\n')}</article>`
}

const renderPush = ({ title, text, link, at }: DevPush) =>
  `<p style="margin:8px 0 0;padding:8px 12px;border-radius:14px;background:#FBF7F0;overflow-wrap:anywhere;white-space:pre-line"><strong>${escapeHtml(title)}</strong>\n${escapeHtml(text)}\n${link ? `<a href="${escapeHtml(link)}" style="color:#9C3F1C">Open</a> · ` : ''}<span style="color:#6B6056;font-size:0.85rem">${escapeHtml(writeTime(at))}</span></p>`

const withLinks = (html: string) =>
  html.replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" style="color:#9C3F1C">${url}</a>`)
