import { Button } from '@buy-locals/ui/button'
import { EmptyState, ErrorState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Loading } from '@buy-locals/ui/skeleton'
import { Outlet } from 'react-router'
import { useT } from '../messages/use-t'
import { usePageTitle } from './screen'
import { SkeletonRows } from './query-result'
import { useCurrentBusiness } from './current-business'

export function NotFound() {
  const t = useT()
  usePageTitle(t('failure.notFound'))
  const back = <Button label={t('failure.toBusinesses')} href="/" />
  return (
    <Page>
      <EmptyState level={1} title={t('failure.notFound')} text={t('failure.notFoundText')} action={back} />
    </Page>
  )
}

/** Instead of a page that failed. */
export function BrokenPage() {
  const t = useT()
  const reload = <Button label={t('failure.reload')} onPress={() => location.reload()} />
  return (
    <Page>
      <ErrorState level={1} title={t('failure.broken')} text={t('failure.brokenText')} action={reload} />
    </Page>
  )
}

/** Until the first page has loaded. */
export function StartingPage() {
  const t = useT()
  return (
    <Page>
      <Loading label={t('shell.loading')}>
        <SkeletonRows />
      </Loading>
    </Page>
  )
}

/** Guards the pages for managers and owners. */
export function ForManagers() {
  const t = useT()
  const { may, role } = useCurrentBusiness()
  if (may('manager')) return <Outlet />
  const text = t('failure.notYoursText', { role: t(`shell.role.${role}`) })
  return (
    <Page>
      <EmptyState level={1} icon="lock" title={t('failure.notYours')} text={text} />
    </Page>
  )
}
