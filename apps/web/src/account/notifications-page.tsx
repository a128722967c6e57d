import { redirect, useLoaderData, useRevalidator } from 'react-router'
import { listNotifications, markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { whenOf } from '@buy-locals/features/time/when'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/frame'
import { List, ListRow } from '@buy-locals/ui/list'
import { Row } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { call } from '../api'
import { useLive } from '../bookings/use-live'
import { useSay } from '../words/say'
import { notificationWords } from './notification-words'
import { titled } from './page-words'
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
  const say = useSay()
  const speech = useSpeech()
  const { revalidate } = useRevalidator()
  useLive(() => void revalidate())
  const { send, isBusy, error } = useSend(() => void revalidate())
  const mark = () => void send(() => call(markNotificationsRead, {}))
  return (
    <Page reading>
      <Row justify="between" wrap>
        <Title level={1}>{say('account.notifications')}</Title>
        {unread > 0 && <Button tone="secondary" busy={isBusy} label={say('account.markRead')} onPress={mark} />}
      </Row>
      <Refused error={error} />
      {items.length === 0 && <EmptyState icon="bell" title={say('account.none')} words={say('account.noneWords')} />}
      {items.length > 0 && (
        <List label={say('account.notifications')}>
          {items.map((item) => (
            <ListRow
              key={item.id}
              title={notificationWords(speech, item)}
              detail={whenOf(speech, item.at, timeZone)}
              href={item.link}
              trailing={item.readAt ? undefined : <Badge tone="told" label={say('account.unread')} />}
            />
          ))}
        </List>
      )}
      {nextCursor && <TextLink label={say('account.older')} href={`?cursor=${encodeURIComponent(nextCursor)}`} />}
    </Page>
  )
}
