import { redirect, useLoaderData, useRevalidator } from 'react-router'
import { listNotifications, markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { notificationText } from '@buy-locals/features/messages/notification-text'
import { formatDateTime } from '@buy-locals/values/format-time'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { List, ListRow } from '@buy-locals/ui/list'
import { Row } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { useRealtime } from '../bookings/use-realtime'
import { useT } from '../messages/site-i18n'
import { privatePage } from '../site/page-meta'
import { loadFrom } from '../api/loader-errors'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import type { LoaderArgs } from '../server/visit'

export async function loader({ request, context }: LoaderArgs) {
  const { me, markets } = context
  if (!me) throw redirect('/sign-in?to=/notifications')
  const cursor = new URL(request.url).searchParams.get('cursor')
  const page = await loadFrom(cursor, (from) =>
    context.callApi(listNotifications, { query: { limit: 30, ...(from && { cursor: from }) } }),
  )
  return { ...page, timeZone: me.timeZone ?? markets[0]?.timeZone ?? 'UTC' }
}

export const meta = privatePage('account.notifications')

export default function Notifications() {
  const { items, unread, nextCursor, timeZone } = useLoaderData<typeof loader>()
  const t = useT()
  const i18n = useI18n()
  const { revalidate } = useRevalidator()
  useRealtime(() => void revalidate())
  const { send, isBusy, error } = useSend(() => void revalidate())
  const mark = () => void send(() => callApi(markNotificationsRead, {}))
  return (
    <Page reading>
      <Row justify="between" wrap>
        <Title level={1}>{t('account.notifications')}</Title>
        {unread > 0 && <Button tone="secondary" busy={isBusy} label={t('account.markRead')} onPress={mark} />}
      </Row>
      <Row>
        <TextLink label={t('account.preferences')} href="/notifications/settings" />
      </Row>
      <ErrorNotice error={error} />
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
