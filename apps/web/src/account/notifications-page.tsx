import { redirect, useLoaderData, useRevalidator } from 'react-router'
import { listNotifications, markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/features/time/format-time'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { List, ListRow } from '@buy-locals/ui/list'
import { Row } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { call } from '../api'
import { useLive } from '../bookings/use-live'
import { useT } from '../messages/site-i18n'
import { notificationText } from './notification-text'
import { titled } from './page-title'
import { Refused } from './refused'
import { useSend } from './use-send'
import type { Asked } from '../server/asked'

export async function loader({ request, context: { call: ask, me, markets } }: Asked) {
  if (!me) throw redirect('/sign-in?to=/notifications')
  const cursor = new URL(request.url).searchParams.get('cursor')
  const page = await ask(listNotifications, { query: { limit: 30, ...(cursor && { cursor }) } })
  return { ...page, timeZone: me.timeZone ?? markets[0]?.timeZone ?? 'UTC' }
}

export const meta = titled('account.notifications')

export default function Notifications() {
  const { items, unread, nextCursor, timeZone } = useLoaderData<typeof loader>()
  const t = useT()
  const i18n = useI18n()
  const { revalidate } = useRevalidator()
  useLive(() => void revalidate())
  const { send, isBusy, error } = useSend(() => void revalidate())
  const mark = () => void send(() => call(markNotificationsRead, {}))
  return (
    <Page reading>
      <Row justify="between" wrap>
        <Title level={1}>{t('account.notifications')}</Title>
        {unread > 0 && <Button tone="secondary" busy={isBusy} label={t('account.markRead')} onPress={mark} />}
      </Row>
      <Refused error={error} />
      {items.length === 0 && <EmptyState icon="bell" title={t('account.none')} text={t('account.noneText')} />}
      {items.length > 0 && (
        <List label={t('account.notifications')}>
          {items.map((item) => (
            <ListRow
              key={item.id}
              title={notificationText(i18n, item)}
              detail={formatDateTime(i18n, item.at, timeZone)}
              href={item.link}
              trailing={item.readAt ? undefined : <Badge tone="info" label={t('account.unread')} />}
            />
          ))}
        </List>
      )}
      {nextCursor && <TextLink label={t('account.older')} href={`?cursor=${encodeURIComponent(nextCursor)}`} />}
    </Page>
  )
}
