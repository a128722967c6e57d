import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import type { Language } from '@buy-locals/values/locale'
import { countSegments, toGsm7 } from '../domain/gsm7.ts'
import type { About } from '../domain/notifications.ts'
import { localeOf, textsIn } from './languages.ts'
import { toPlainName } from './plain-name.ts'
import { en, type SmsTexts } from './sms-en.ts'
import { es } from './sms-es.ts'

export type Notice = keyof SmsTexts['notices']

const languages: Record<Language, SmsTexts> = { en, es }

const textsOf = (preferred: string): SmsTexts => textsIn(languages, localeOf(preferred))

const isSms = (kind: string): kind is keyof SmsTexts['kinds'] => Object.hasOwn(en.kinds, kind)

const sender = 'Buy Locals: '

/** Names are cut to the first of these lengths with which it is one segment. */
const lengthsOfNames = [80, 40, 30, 24, 18, 12]

type Input = { locale: string; kind: string; about: About; link?: string | undefined }

/** One segment wherever names and times are written with letters that GSM has. */
export function renderSms({ locale, kind, about, link }: Input): string {
  if (!isSms(kind)) throw new Error(`There is no SMS for ${kind}`)
  const reader = { locale: localeOf(locale) }
  const { start, timeZone } = about
  const when = start && timeZone ? formatDateTimeWithZone(reader, String(start), String(timeZone)) : ''
  const write = (length: number) => {
    const [business, service] = [about['business'], about['service']].map((name) => shorten(toPlainName(String(name ?? '')), length)) // prettier-ignore
    const text = textsOf(locale).kinds[kind]({ ...about, when, business: business ?? '', service: service ?? '' })
    return toGsm7(`${sender}${text}${link ? ` ${link}` : ''}`)
  }
  const written = lengthsOfNames.map(write)
  return written.find((text) => countSegments(text) === 1) ?? written.at(-1) ?? ''
}

export const renderNotice = (locale: string, notice: Notice, code = ''): string =>
  toGsm7(sender + textsOf(locale).notices[notice](code))

function shorten(name: string, length: number): string {
  const signs = [...name]
  return signs.length <= length ? name : `${signs.slice(0, length - 1).join('').trimEnd()}.` // prettier-ignore
}
