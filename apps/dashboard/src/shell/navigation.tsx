import { useLocation } from 'react-router'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import type { IconName } from '@buy-locals/ui/icon-name'
import { NavLink } from '@buy-locals/ui/nav-link'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from './current-business'

/** What one may do here, in the order of a day. */
const sections = [
  { path: 'board', icon: 'layout-dashboard', needs: 'staff' },
  { path: 'inbox', icon: 'bell', needs: 'staff' },
  { path: 'customers', icon: 'user', needs: 'staff' },
  { path: 'services', icon: 'tag', needs: 'manager' },
  { path: 'staff', icon: 'users', needs: 'manager' },
  { path: 'resources', icon: 'package', needs: 'manager' },
  { path: 'hours', icon: 'clock', needs: 'manager' },
  { path: 'money', icon: 'wallet', needs: 'manager' },
  { path: 'reviews', icon: 'star', needs: 'manager' },
  { path: 'profile', icon: 'store', needs: 'manager' },
  { path: 'photos', icon: 'image', needs: 'manager' },
  { path: 'members', icon: 'shield-check', needs: 'manager' },
] as const satisfies { path: string; icon: IconName; needs: 'staff' | 'manager' }[]

export function Navigation() {
  const t = useT()
  const { may, pathTo } = useCurrentBusiness()
  const { pathname } = useLocation()
  const { data } = useOperationQuery(listNotifications, { query: { limit: 50 } }, { everyMs: 60_000 })
  const unread = data?.unread ?? 0
  const hasUnread = (path: string) => path === 'inbox' && unread > 0
  return (
    <Stack gap="hair">
      {sections
        .filter(({ needs }) => may(needs))
        .map(({ path, icon }) => (
          <NavLink
            key={path}
            label={hasUnread(path) ? t('shell.inboxCount', { count: unread }) : t(`shell.${path}`)}
            name={hasUnread(path) ? t('shell.inboxUnread', { count: unread }) : undefined}
            icon={icon}
            href={pathTo(path)}
            current={pathname.startsWith(pathTo(path))}
          />
        ))}
    </Stack>
  )
}
