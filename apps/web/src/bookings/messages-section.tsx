import { useCallback, useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { listMessages, markMessagesRead, reportMessage, sendMessage } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { MessageForm } from '@buy-locals/features/message-form'
import { MessageThread } from '@buy-locals/features/message-thread'
import type { Reporting } from '@buy-locals/features/report-dialog'
import { useMarkRead } from '@buy-locals/features/thread/use-mark-read'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useKept } from '@buy-locals/client/stored-text'
import type { LoadedBooking } from './load-booking'

type Props = { loaded: LoadedBooking }

/** What the customer and the business write to each other about the booking. */
export function MessagesSection({ loaded }: Props) {
  const t = translatorForFeatures(useI18n())
  const { booking, business, thread } = loaded
  const { revalidate } = useRevalidator()
  const place = useRef<HTMLDivElement>(null)
  const { items, hasEarlier, isBusy, showEarlier } = useEarlierMessages(booking.id, thread)
  const markRead = useCallback(
    (upTo: number) => {
      const input = { params: { bookingId: booking.id }, body: { readBy: 'consumer' as const, upTo } }
      // Where it fails, it is marked with the next message.
      void callApi(markMessagesRead, input).then(revalidate, () => {})
    },
    [booking.id, revalidate],
  )
  const reporting = useReporting(booking.id)
  useMarkRead({ place, items: thread.items, read: thread.read, side: 'consumer', markRead })
  if (!thread.closesAt && !thread.nobodyReads && items.length === 0) return null
  const name = business?.name ?? booking.venue?.name ?? ''
  return (
    <section aria-labelledby="messages-title">
      <Stack>
        <Title level={2} id="messages-title">
          {t('thread.title')}
        </Title>
        <MessageThread
          thread={{ ...thread, items }}
          side="consumer"
          ownName={t('thread.you')}
          name={name}
          timeZone={booking.timeZone}
          empty={t('thread.noneYet', { name })}
          earlier={hasEarlier ? { isBusy, onPress: showEarlier } : undefined}
          reporting={reporting}
        />
        <div ref={place}>{thread.closesAt && <NewMessage loaded={loaded} name={name} />}</div>
      </Stack>
    </section>
  )
}

function useReporting(bookingId: LoadedBooking['booking']['id']): Reporting {
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => void revalidate())
  const onReport = (number: number, reason: string) =>
    void send(() => callApi(reportMessage, { params: { bookingId }, body: { number, reason } }))
  return { isBusy, error: <ErrorNotice error={error} />, onReport }
}

/** What is typed survives a reload, and is sent once the browser is online again. */
function NewMessage({ loaded: { booking }, name }: Props & { name: string }) {
  const { revalidate } = useRevalidator()
  const [text = '', setText] = useKept(`message ${booking.id}`)
  const { send, isBusy, error } = useSend(() => {
    setText('')
    void revalidate()
  })
  function sendText(written: string) {
    const input = { params: { bookingId: booking.id }, body: { sentBy: 'consumer' as const, text: written } }
    void send(() => callApi(sendMessage, input))
  }
  return (
    <MessageForm
      name={name}
      text={text}
      onChange={setText}
      isBusy={isBusy}
      error={<ErrorNotice error={error} />}
      onSend={sendText}
    />
  )
}

type Page = Pick<Output<typeof listMessages>, 'items' | 'nextCursor'>

/** The page has the newest ones. Earlier pages are read again with them, so that there is no gap between them and what is reported or removed says so. */
function useEarlierMessages(bookingId: LoadedBooking['booking']['id'], { items, nextCursor }: Page) {
  const [pages, setPages] = useState(0)
  const [earlier, setEarlier] = useState<Page>({ items: [] })
  const [loadedFor, setLoadedFor] = useState('')
  const request = `${pages} ${nextCursor}`
  useEffect(() => {
    let isOver = false
    const load = async () => {
      const found: Page = { items: [], nextCursor }
      for (let page = 0; page < pages && found.nextCursor; page++) {
        const query = { limit: 50, cursor: found.nextCursor }
        const next = await callApi(listMessages, { params: { bookingId }, query })
        found.items.push(...next.items)
        found.nextCursor = next.nextCursor
      }
      if (!isOver) {
        setEarlier(found)
        setLoadedFor(request)
      }
    }
    if (pages > 0) load().catch(() => setPages((count) => count - 1))
    return () => {
      isOver = true
    }
  }, [bookingId, pages, nextCursor, request, items])
  const oldest = items.at(-1)?.number ?? 0
  return {
    items: [...items, ...earlier.items.filter(({ number }) => number < oldest)],
    hasEarlier: pages === 0 ? nextCursor !== undefined : earlier.nextCursor !== undefined || loadedFor !== request,
    isBusy: pages > 0 && loadedFor !== request,
    showEarlier: () => setPages((count) => count + 1),
  }
}
