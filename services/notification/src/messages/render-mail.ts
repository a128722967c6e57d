import escapeHtml from 'escape-html'
import { Temporal } from 'temporal-polyfill'
import type { About } from '../domain/notifications.ts'
import { toPlainName } from './plain-name.ts'
import type { Message } from '../mail.ts'
import { messages } from './en.ts'

type Mail = {
  id: string
  to: string
  name: string
  /** Somebody has proven to be the person, and chosen the name. */
  verified: boolean
  locale: string
  kind: string
  about: About
  link?: string | undefined
}

/** As plain text and as simple HTML. What other people wrote never becomes markup. */
export function renderMail({ id, to, name, verified, kind, about, link }: Mail): Message {
  const message = messages[kind]
  if (!message) throw new Error(`There is no message for ${kind}`)
  const { subject, lines, action } = message({ ...plainNames(about), ...formatTimes(about) })
  // An address that nobody has proven may be a stranger's, and so are the words of the name.
  const greeting = verified && toPlainName(name) ? `Hello ${toPlainName(name)},` : 'Hello,'
  const text = [
    greeting,
    '',
    ...lines.flatMap((line) => [line, '']),
    ...(action && link ? [`${action.label}: ${link}`, ''] : []),
    'Buy Locals',
  ].join('\n')
  const button =
    action && link ? `<p><a href="${escapeHtml(link)}" style="${buttonStyle}">${escapeHtml(action.label)}</a></p>` : ''
  const html = `<div style="${bodyStyle}"><p>${escapeHtml(greeting)}</p>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}${button}<p style="color:#6B6056">Buy Locals</p></div>`
  return { id, to, subject: toOneLine(subject), text, html }
}

function formatTimes(about: About): About {
  const timeZone = String(about['timeZone'])
  const instantOf = (key: string) => (typeof about[key] === 'string' ? Temporal.Instant.from(about[key]) : undefined)
  const [start, previousStart, newStart, payBy] = ['start', 'previousStart', 'newStart', 'payBy'].map(instantOf)
  const freeUntil = start?.subtract({ hours: Number(about['freeUntilHours'] ?? 0) })
  const isFreeToCancel = freeUntil && Temporal.Instant.compare(freeUntil, instantOf('createdAt') ?? freeUntil) > 0
  const written = (at: Temporal.Instant | undefined) => (at ? formatInstant(at, timeZone, 'en-US') : '')
  return {
    when: written(start),
    previously: written(previousStart),
    newTime: written(newStart),
    payBy: payBy?.toZonedDateTimeISO(timeZone).toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' }) ?? '',
    freeUntil: isFreeToCancel ? written(freeUntil) : '',
  }
}

/** 'Tue, Nov 24, 2026, 9:00 AM MST': with the day, the year and the zone, because a mail is read anywhere and at any time. */
const formatInstant = (at: Temporal.Instant, timeZone: string, locale: string): string =>
  formatOf(timeZone, locale).format(at.epochMilliseconds)

const inFull = { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const
const formats = new Map<string, Intl.DateTimeFormat>()

/** To make one takes longer than all else of a mail. */
function formatOf(timeZone: string, locale: string): Intl.DateTimeFormat {
  const name = `${timeZone} ${locale}`
  const options = { timeZone, weekday: 'short', ...inFull, timeZoneName: 'short' } as const
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(name, format)
  return format
}

const named = ['business', 'service', 'by', 'staff', 'address']

const plainNames = (about: About): About =>
  Object.fromEntries(
    Object.entries(about).map(([key, value]) => [key, named.includes(key) ? toPlainName(String(value)) : value]),
  )

const bodyStyle =
  'font:16px/1.5 Figtree,system-ui,sans-serif;color:#2B2621;background:#FBF7F0;padding:24px;max-width:560px'
const buttonStyle =
  'display:inline-block;background:#9C3F1C;color:#FFFFFF;padding:12px 20px;border-radius:8px;text-decoration:none'

const toOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 200)
