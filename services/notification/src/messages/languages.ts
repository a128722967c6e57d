import { languageOf, type Language, type Locale } from '@buy-locals/values/locale'
import { en } from './en.ts'
import { es } from './es.ts'
import type { Texts } from './texts.ts'

const languages: Record<Language, Texts> = { en, es }

export const textsOf = (locale: Locale): Texts => languages[languageOf(locale)]

export const isMail = (kind: string): kind is keyof Texts['mails'] => Object.hasOwn(en.mails, kind)
