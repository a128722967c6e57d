import type { UseQueryResult } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { toText } from '@buy-locals/client/clock'
import { isOnline, watchOnline } from '@buy-locals/client/online'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/mobile-i18n'

type Read = Pick<UseQueryResult, 'data' | 'error' | 'failureReason' | 'fetchStatus' | 'dataUpdatedAt'>

/** How old is what is shown, where it could not be read again. */
export function AgeNotice({ query, zone }: { query: Read; zone: string }) {
  const t = useT()
  const describeError = useErrorText()
  const { formatMoment } = useTimes(zone)
  const isOffline = !useSyncExternalStore(watchOnline, isOnline)
  const { data, error, failureReason, fetchStatus, dataUpdatedAt } = query
  const reason = error ?? failureReason
  if (data === undefined || (!isOffline && !reason && fetchStatus !== 'paused')) return null
  return (
    <Notice
      tone="pending"
      title={t('app.asOf', { when: formatMoment(toText(dataUpdatedAt)) })}
      text={reason && !(reason instanceof TypeError) ? describeError(reason) : t('app.offline')}
    />
  )
}
