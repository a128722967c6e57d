import { languageOf, type Language, type Locale } from '@buy-locals/values/locale'
import type { About } from '../domain/notifications.ts'
import { en, type MailText } from './en.ts'

/** What a language says in mails. Each has every mail. */
type Texts = {
  greeting(name: string): string
  mails: Record<keyof typeof en.mails, (about: About) => MailText>
}

const languages: Record<Language, Texts> = { en }

export const textsOf = (locale: Locale): Texts => languages[languageOf(locale)]

export const isMail = (kind: string): kind is keyof Texts['mails'] => Object.hasOwn(en.mails, kind)
