import { format, type Currency } from '@buy-locals/values/money'
import { translatorForFeatures, type I18n } from '../i18n'
import { formatDateTime } from '@buy-locals/values/format-time'
import { formatAuthor } from './author-name'
import type { notification } from './en-notification'

type Notification = { kind: string; about: Record<string, string | number> }
type Kind = keyof typeof notification

/** A kind that is newer than this client is shown in general terms. */
export function notificationText(i18n: I18n, { kind, about }: Notification): string {
  const key = i18n.translator.exists(`features:notification.${kind}`) ? (kind as Kind) : 'other'
  const { start, timeZone, amount, currency } = about
  const when = typeof start === 'string' && typeof timeZone === 'string' ? formatDateTime(i18n, start, timeZone) : ''
  const money = typeof amount === 'number' ? format({ amount, currency: currency as Currency }, i18n.locale) : ''
  const by = typeof about['by'] === 'string' ? formatAuthor(i18n, about['by']) : ''
  const visit = [by, about['service']].filter(Boolean).join(', ')
  return translatorForFeatures(i18n)(`notification.${key}`, { message: '', ...about, by, visit, when, money })
}
