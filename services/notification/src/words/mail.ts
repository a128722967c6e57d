import type { Message } from '@buy-locals/service-kit/adapters/mail'
import type { About } from '../domain/telling.ts'
import { timeInFull } from './dates.ts'
import { english } from './en.ts'
import { escaped } from './escaped.ts'

type Asked = {
  id: string
  to: string
  name: string
  locale: string
  kind: string
  about: About
  link?: string | undefined
}

/** A mail as plain text and as simple HTML. Names and words of others never become markup. */
export function mailOf({ id, to, name, kind, about, link }: Asked): Message {
  const say = english[kind]
  if (!say) throw new Error(`There are no words for ${kind}`)
  const when = typeof about['start'] === 'string' ? timeInFull(about['start'], String(about['timeZone']), 'en-US') : ''
  const { subject, lines, action } = say({ ...about, when })
  const greeting = name.includes('@') ? 'Hello,' : `Hello ${name},`
  const text = [
    greeting,
    '',
    ...lines.flatMap((line) => [line, '']),
    ...(action && link ? [`${action.label}: ${link}`, ''] : []),
    'Buy Locals',
  ].join('\n')
  const button =
    action && link ? `<p><a href="${escaped(link)}" style="${buttonStyle}">${escaped(action.label)}</a></p>` : ''
  const html = `<div style="${bodyStyle}"><p>${escaped(greeting)}</p>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}${button}<p style="color:#6B6056">Buy Locals</p></div>`
  return { id, to, subject: oneLine(subject), text, html }
}

const bodyStyle =
  'font:16px/1.5 Figtree,system-ui,sans-serif;color:#2B2621;background:#FBF7F0;padding:24px;max-width:560px'
const buttonStyle =
  'display:inline-block;background:#9C3F1C;color:#FFFFFF;padding:12px 20px;border-radius:8px;text-decoration:none'

const oneLine = (words: string) => words.replaceAll(/\s+/g, ' ').slice(0, 200)
