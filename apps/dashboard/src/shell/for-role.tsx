import { Outlet } from 'react-router'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/frame'
import { useSay } from '../words/say'
import { useHere } from './here'

/** The pages behind it are for managers and owners. */
export function ForManagers() {
  const say = useSay()
  const { may, role } = useHere()
  if (may('manager')) return <Outlet />
  const words = say('failure.notYoursWords', { role: say(`shell.role.${role}`) })
  return (
    <Page>
      <EmptyState level={1} icon="lock" title={say('failure.notYours')} words={words} />
    </Page>
  )
}
