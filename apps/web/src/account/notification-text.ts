import type { MessageKey, I18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/features/time/format-time'
import type { account } from '../messages/en-account'
import { translatorForSite } from '../messages/site-i18n'

type Notification = { kind: string; about: Record<string, string | number> }
type Kind = MessageKey<(typeof account)['kinds']>

/** A kind that is newer than this page is shown in general terms. */
export function notificationText(i18n: I18n, { kind, about }: Notification): string {
  const key = i18n.translator.exists(`site:account.kinds.${kind}`) ? (kind as Kind) : 'other'
  const { start, timeZone } = about
  const when = typeof start === 'string' && typeof timeZone === 'string' ? formatDateTime(i18n, start, timeZone) : ''
  return translatorForSite(i18n)(`account.kinds.${key}`, { ...about, when })
}
