import { useEffect } from 'react'
import { isOnline, watchOnline } from '@buy-locals/client/online'
import { useToast } from '@buy-locals/ui/toast'
import { translatorForFeatures, useI18n } from './i18n'

type OfflineToastProps = {
  /** Whether what is changed offline is sent once the app is online again. */
  sendsLater?: boolean
}

/** Says that the app is offline as soon as it is, not only when something was pressed, and when that is over. */
export function OfflineToast({ sendsLater = true }: OfflineToastProps) {
  const i18n = useI18n()
  const showToast = useToast()
  useEffect(() => {
    const t = translatorForFeatures(i18n)
    const show = (online: boolean) =>
      online
        ? showToast({ tone: 'success', text: t('connection.online') })
        : showToast({ tone: 'danger', text: t(sendsLater ? 'connection.offline' : 'connection.unsent') })
    if (!isOnline()) show(false)
    return watchOnline(show)
  }, [i18n, showToast, sendsLater])
  return null
}
