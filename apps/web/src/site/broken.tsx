import { isRouteErrorResponse } from 'react-router'
import { Button } from '@buy-locals/ui/button'
import { EmptyState, ErrorState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/site-i18n'

/** Not found, or broken: what it means and what there is to do. */
export function Broken({ error }: { error: unknown }) {
  const t = useT()
  if (isRouteErrorResponse(error) && error.status === 404) return <NothingHere />
  const offline = error instanceof TypeError && typeof navigator !== 'undefined' && !navigator.onLine
  return (
    <Page reading>
      <title>{t('site.title', { page: t('site.brokenTitle') })}</title>
      <ErrorState
        level={1}
        title={t(offline ? 'site.offlineTitle' : 'site.brokenTitle')}
        text={t(offline ? 'site.offlineText' : 'site.brokenText')}
        action={<Button icon="refresh-cw" label={t('site.brokenAction')} onPress={() => window.location.reload()} />}
      />
    </Page>
  )
}

function NothingHere() {
  const t = useT()
  return (
    <Page reading>
      <title>{t('site.title', { page: t('site.notFoundTitle') })}</title>
      <EmptyState
        level={1}
        icon="map-pin"
        title={t('site.notFoundTitle')}
        text={t('site.notFoundText')}
        action={<Button label={t('site.notFoundAction')} href="/" />}
      />
    </Page>
  )
}
