import { Outlet } from 'react-router'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/use-t'
import { useHere } from './here'

/** The pages behind it are for managers and owners. */
export function ForManagers() {
  const t = useT()
  const { may, role } = useHere()
  if (may('manager')) return <Outlet />
  const text = t('failure.notYoursText', { role: t(`shell.role.${role}`) })
  return (
    <Page>
      <EmptyState level={1} icon="lock" title={t('failure.notYours')} text={text} />
    </Page>
  )
}
