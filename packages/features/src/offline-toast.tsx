import { useEffect } from 'react'
import { useToast } from '@buy-locals/ui/toast'
import { translatorForFeatures, useI18n } from './i18n'

/** Says that the browser is offline as soon as it is, not only when something was pressed, and when that is over. */
export function OfflineToast() {
  const i18n = useI18n()
  const showToast = useToast()
  useEffect(() => {
    const t = translatorForFeatures(i18n)
    const offline = () => showToast({ tone: 'danger', text: t('connection.offline') })
    const online = () => showToast({ tone: 'success', text: t('connection.online') })
    if (!navigator.onLine) offline()
    window.addEventListener('offline', offline)
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('offline', offline)
      window.removeEventListener('online', online)
    }
  }, [i18n, showToast])
  return null
}
