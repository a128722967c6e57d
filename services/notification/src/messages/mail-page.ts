import escapeHtml from 'escape-html'
import type { Locale } from '@buy-locals/values/locale'

type MailPage = {
  locale: Locale
  subject: string
  /** What a list of mails shows beside the subject. */
  preheader: string
  greeting: string
  lines: readonly string[]
  action: { label: string; link: string } | undefined
  unsubscribe: { label: string; link: string } | undefined
}

/** The HTML of a mail, which loads nothing. Programs that take the style sheet away show it in light colors. */
export const toMailPage = ({ locale, subject, preheader, greeting, lines, action, unsubscribe }: MailPage): string =>
  `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title><style>${darkStyle}</style></head>
<body class="page" style="${styles.page}">
<div style="${styles.hidden}">${escapeHtml(preheader)}${filler}</div>
<div class="card" style="${styles.card}">
<p class="brand" style="${styles.brand}">Buy Locals</p>
<h1 style="${styles.title}">${escapeHtml(subject)}</h1>
${[greeting, ...lines].map((line) => `<p style="${styles.line}">${escapeHtml(line)}</p>`).join('\n')}
${action ? toButton(action) : ''}
</div>
${unsubscribe ? toFooter(unsubscribe) : ''}
</body></html>`

const toButton = ({ label, link }: NonNullable<MailPage['action']>) =>
  `<p style="margin:24px 0 0"><a class="button" href="${escapeHtml(link)}" style="${styles.button}">${escapeHtml(label)}</a></p>`

const toFooter = ({ label, link }: NonNullable<MailPage['unsubscribe']>) =>
  `<p style="${styles.footer}"><a class="quiet" href="${escapeHtml(link)}" style="color:#6B6056">${escapeHtml(label)}</a></p>`

/** Keeps what follows the preheader out of the list of mails. */
const filler = '&#847;&nbsp;'.repeat(80)

const fonts = 'Figtree,system-ui,-apple-system,&quot;Segoe UI&quot;,Roboto,sans-serif'
const styles = {
  page: `margin:0;padding:16px 12px;background:#FBF7F0;color:#2B2621;font:16px/1.5 ${fonts}`,
  hidden:
    'display:none;mso-hide:all;max-height:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:transparent',
  card: 'max-width:560px;margin:0 auto;padding:24px;box-sizing:border-box;background:#FFFFFF;border:1px solid #E4D9C8;border-radius:14px',
  brand: 'margin:0 0 16px;color:#9C3F1C;font-size:15px;font-weight:600',
  title:
    'margin:0 0 16px;font-family:Fraunces,Georgia,serif;font-size:25px;line-height:1.2;font-weight:600;overflow-wrap:anywhere',
  line: 'margin:0 0 12px;overflow-wrap:anywhere;white-space:pre-line',
  footer: 'max-width:560px;margin:16px auto 0;padding:0 24px;box-sizing:border-box;font-size:15px',
  button:
    'display:inline-block;background:#9C3F1C;color:#FFFFFF;padding:12px 20px;border-radius:8px;font-weight:600;text-decoration:none',
}

const darkStyle = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#1A1714!important;color:#F4EDE3!important}
.card{background:#24201C!important;border-color:#3A342D!important}
.quiet{color:#B9AD9E!important}
.brand{color:#F0A07C!important}
.button{background:#F0A07C!important;color:#2A1206!important}
}`
