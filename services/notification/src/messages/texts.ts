import type { About } from '../domain/notifications.ts'
import type { en, MailText } from './en.ts'

/** What a language says in mails. Each has every mail. */
export type Texts = {
  greeting(name: string): string
  unsubscribe: string
  mails: Record<keyof typeof en.mails, (about: About) => MailText>
}
