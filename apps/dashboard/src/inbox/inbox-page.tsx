import { listNotifications, markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { List, ListRow } from '@buy-locals/ui/list'
import { useOperationMutation } from '../api/use-operation-mutation'
import { usePagedQuery } from '../api/use-paged-query'
import { Answered } from '../shell/answered'
import { useHere } from '../shell/here'
import { More } from '../shell/more'
import { Screen } from '../shell/screen'
import { onSite } from '../shell/site'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { useNotificationText } from './notification-text'

const own = '/dashboard'

/** Links of the dashboard stay in it; a consumer's lead to the public site. */
const placeOf = (link: string | undefined) =>
  link && (link.startsWith(`${own}/`) ? link.slice(own.length) : onSite(link))

export function Component() {
  const t = useT()
  const { business } = useHere()
  const { moment } = useTimes(business.timeZone)
  const notificationText = useNotificationText()
  const inbox = usePagedQuery(listNotifications, { query: { limit: 30 } })
  const read = useOperationMutation(markNotificationsRead, { invalidates: [listNotifications] })
  const unread = inbox.data?.pages[0]?.unread ?? 0
  const readAll = (
    <Button
      tone="secondary"
      icon="check"
      label={t('inbox.readAll')}
      busy={read.isPending}
      onPress={() => read.mutate({ input: {} })}
    />
  )
  return (
    <Screen title={t('inbox.title')} place={business.name} intro={t('inbox.intro')} actions={unread > 0 && readAll}>
      <Answered of={inbox}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <EmptyState icon="bell" title={t('inbox.none')} text={t('inbox.noneText')} />
          return (
            <List label={t('inbox.title')}>
              {items.map((told) => (
                <ListRow
                  key={told.id}
                  href={placeOf(told.link)}
                  title={notificationText(told)}
                  detail={[told.about['business'], moment(told.at)].filter(Boolean).join(' · ')}
                  trailing={!told.readAt && <Badge tone="info" label={t('inbox.new')} />}
                />
              ))}
            </List>
          )
        }}
      </Answered>
      <More of={inbox} />
    </Screen>
  )
}
