import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import type { Language } from '@buy-locals/values/locale'
import type { About } from '../domain/notifications.ts'
import { localeOf, textsIn } from './languages.ts'
import { toPlainName } from './plain-name.ts'
import { en, type PushTexts } from './push-en.ts'
import { es } from './push-es.ts'

const languages: Record<Language, PushTexts> = { en, es }

const isPush = (kind: string): kind is keyof PushTexts['kinds'] => Object.hasOwn(en.kinds, kind)

/** Longer ones are cut by phones, at a place of their own. */
const mostOfName = 60

type Input = { locale: string; kind: string; about: About }

export function renderPush({ locale: preferred, kind, about }: Input): { title: string; text: string } {
  if (!isPush(kind)) throw new Error(`There is no push for ${kind}`)
  const locale = localeOf(preferred)
  const texts = textsIn(languages, locale)
  const { business = '', start, timeZone } = about
  const when = start && timeZone ? formatDateTimeWithZone({ locale }, String(start), String(timeZone)) : ''
  const where = [...toPlainName(String(business))].slice(0, mostOfName).join('').trimEnd()
  return { title: texts.kinds[kind], text: [where, when].filter(Boolean).join('\n') || texts.read }
}
