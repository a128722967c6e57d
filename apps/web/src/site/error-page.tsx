import { useEffect } from 'react'
import { isRouteErrorResponse } from 'react-router'
import { isOnline, watchOnline } from '@buy-locals/client/online'
import { Button } from '@buy-locals/ui/button'
import { ErrorState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/site-i18n'
import { MessagePage } from './message-page'

/** Instead of a page that is not there, or that failed. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useT()
  const isOffline = error instanceof TypeError && !isOnline()
  useEffect(() => {
    if (!isOffline) return
    return watchOnline((isBack) => isBack && window.location.reload())
  }, [isOffline])
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  return (
    <Page reading>
      <title>{t('site.title', { page: t('site.brokenTitle') })}</title>
      <ErrorState
        level={1}
        title={t(isOffline ? 'site.offlineTitle' : 'site.brokenTitle')}
        text={t(isOffline ? 'site.offlineText' : 'site.brokenText')}
        action={<Button icon="refresh-cw" label={t('site.brokenAction')} onPress={() => window.location.reload()} />}
      />
    </Page>
  )
}

function NotFoundPage() {
  const t = useT()
  return (
    <>
      <title>{t('site.title', { page: t('site.notFoundTitle') })}</title>
      <MessagePage
        icon="map-pin"
        title={t('site.notFoundTitle')}
        text={t('site.notFoundText')}
        action={<Button label={t('site.notFoundAction')} href="/" />}
      />
    </>
  )
}
