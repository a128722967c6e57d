import { listNotifications, markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { notificationText } from '@buy-locals/features/messages/notification-text'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { List, ListRow } from '@buy-locals/ui/list'
import { Row } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { PagedResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { siteUrl } from '../shell/links'
import { useT } from '../messages/use-t'

const dashboard = '/dashboard'

/** A link into the dashboard stays in it; a consumer's leads to the public site. */
const toHref = (link: string | undefined) =>
  link && (link.startsWith(`${dashboard}/`) ? link.slice(dashboard.length) : siteUrl(link))

export function Component() {
  const t = useT()
  const { business, pathTo } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const i18n = useI18n()
  const inbox = usePagedQuery(listNotifications, { query: { limit: 30 } })
  const markRead = useOperationMutation(markNotificationsRead, { invalidates: [listNotifications] })
  const unread = inbox.data?.pages[0]?.unread ?? 0
  const readAll = (
    <Button
      tone="secondary"
      icon="check"
      label={t('inbox.readAll')}
      busy={markRead.isPending}
      onPress={() => markRead.mutate({ input: {} })}
    />
  )
  return (
    <Screen title={t('inbox.title')} place={business.name} intro={t('inbox.intro')} actions={unread > 0 && readAll}>
      <Row>
        <TextLink label={t('notifications.title')} href={pathTo('notifications')} />
      </Row>
      <PagedResult query={inbox} empty={<EmptyState icon="bell" title={t('inbox.none')} text={t('inbox.noneText')} />}>
        {(items) => (
          <List label={t('inbox.title')}>
            {items.map((notification) => (
              <ListRow
                key={notification.id}
                href={toHref(notification.link)}
                title={notificationText(i18n, notification)}
                detail={[notification.about['business'], formatMoment(notification.at)].filter(Boolean).join(' · ')}
                trailing={!notification.readAt && <Badge tone="info" label={t('inbox.new')} />}
              />
            ))}
          </List>
        )}
      </PagedResult>
    </Screen>
  )
}
