import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/features/time/format-time'
import type { notification } from '@buy-locals/contracts/notification/operations'
import type { z } from 'zod'
import { useT } from '../messages/use-t'
import { inbox } from '../messages/en/inbox'

type Notification = z.output<typeof notification>
type Kind = keyof typeof inbox.kinds

/** A kind that is newer than this page is shown in general terms. */
export function useNotificationText() {
  const t = useT()
  const i18n = useI18n()
  return ({ kind, about }: Notification): string => {
    if (!(kind in inbox.kinds)) return t('inbox.other')
    const { start, timeZone } = about
    const when = typeof start === 'string' && typeof timeZone === 'string' ? formatDateTime(i18n, start, timeZone) : ''
    return t(`inbox.kinds.${kind as Kind}`, { ...about, when })
  }
}
