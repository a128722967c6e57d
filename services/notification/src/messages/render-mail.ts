import { Temporal } from 'temporal-polyfill'
import { formatDateTimeInFull, formatTime } from '@buy-locals/values/format-time'
import { cleanText } from '@buy-locals/contracts/plain-text'
import type { Language } from '@buy-locals/values/locale'
import { toSecond } from '@buy-locals/values/time'
import type { About } from '../domain/notifications.ts'
import { toPlainName } from './plain-name.ts'
import type { Message } from '../mail.ts'
import { toMailPage } from './mail-page.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { localeOf, textsIn } from './languages.ts'
import type { Texts } from './texts.ts'

const languages: Record<Language, Texts> = { en, es }

const isMail = (kind: string): kind is keyof Texts['mails'] => Object.hasOwn(en.mails, kind)

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
  unsubscribe?: string | undefined
  /** What a digest sums up: a line of each is its subject. */
  items?: readonly { kind: string; about: About }[] | undefined
}

/** As plain text and as simple HTML. What other people wrote never becomes markup. */
export function renderMail({
  id,
  to,
  name,
  verified,
  locale: preferred,
  kind,
  about,
  link,
  unsubscribe,
  items = [],
}: Mail): Message {
  const locale = localeOf(preferred)
  const texts = textsIn(languages, locale)
  if (!isMail(kind)) throw new Error(`There is no message for ${kind}`)
  const write = (one: keyof typeof texts.mails, of: About) =>
    texts.mails[one]({ ...plainTexts(of), ...formatTimes(of, { locale }), locale })
  const summary = items.flatMap((item) => (isMail(item.kind) ? [toOneLine(write(item.kind, item.about).subject)] : []))
  const { subject, lines: own, action } = write(kind, about)
  const lines = [...own.map(toOneStop), ...summary]
  // An address that nobody has proven may be a stranger's, and so are the words of the name.
  const greeting = texts.greeting(verified ? toPlainName(name) : '')
  const text = [
    greeting,
    '',
    ...lines.flatMap((line) => [line, '']),
    ...(action && link ? [`${action.label}: ${link}`, ''] : []),
    'Buy Locals',
    ...(unsubscribe ? [`${texts.unsubscribe}: ${unsubscribe}`] : []),
  ].join('\n')
  const html = toMailPage({
    ...{ locale, greeting, lines },
    subject: toOneLine(subject),
    preheader: toPreheader(summary.length > 0 ? summary : own.map(toOneStop)),
    action: action && link ? { label: action.label, link } : undefined,
    unsubscribe: unsubscribe ? { label: texts.unsubscribe, link: unsubscribe } : undefined,
  })
  return { id, to, subject: toOneLine(subject), text, html, unsubscribe }
}

function formatTimes(about: About, reader: { locale: string }): About {
  const timeZone = String(about['timeZone'])
  const instantOf = (key: string) => (typeof about[key] === 'string' ? Temporal.Instant.from(about[key]) : undefined)
  const [start, previousStart, newStart, payBy, decideBy] = ['start', 'previousStart', 'newStart', 'payBy', 'decideBy'].map(instantOf) // prettier-ignore
  const freeUntil = start?.subtract({ hours: Number(about['freeUntilHours'] ?? 0) })
  const isFreeToCancel = freeUntil && Temporal.Instant.compare(freeUntil, instantOf('createdAt') ?? freeUntil) > 0
  const written = (at: Temporal.Instant | undefined) => (at ? formatDateTimeInFull(reader, toSecond(at), timeZone) : '')
  return {
    when: written(start),
    previously: written(previousStart),
    newTime: written(newStart),
    decideBy: written(decideBy),
    payBy: payBy ? formatTime(reader, toSecond(payBy), timeZone) : '',
    freeUntil: isFreeToCancel ? written(freeUntil) : '',
  }
}

const named = ['business', 'service', 'by', 'staff', 'address', 'browser', 'system']

/** Lines stay in what people write at length; what nobody can see does not. */
const toPlainText = (text: string) =>
  cleanText(text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)[\p{Cc}\u2028\u2029]+/gu, ' '))

const plainTexts = (about: About): About =>
  Object.fromEntries(
    Object.entries(about).map(([key, value]) => {
      if (typeof value === 'number') return [key, value]
      return [key, named.includes(key) ? toPlainName(value) : toPlainText(value)]
    }),
  )

/** In Spanish a time ends the sentence with its own full stop: "hasta las 3:00 p.m." */
const toOneStop = (line: string) => line.replaceAll(/([ap]\.\s?m\.)\./g, '$1')

const toOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 200)

/** As much as lists of mails show. */
const preheaderLength = 140

function toPreheader(lines: readonly string[]): string {
  const whole = toOneLine(lines.join(' · '))
  if (whole.length <= preheaderLength) return whole
  return `${whole.slice(0, preheaderLength).replace(/\s\S*$/, '')}…`
}
