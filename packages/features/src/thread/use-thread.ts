import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { invalidate } from '@buy-locals/client/operation-query'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { listMessages, markMessagesRead, reportMessage } from '@buy-locals/contracts/booking/operations'
import type { Booking, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import { useNextPage } from '../operation/use-next-page'
import { useOperationMutation } from '../operation/use-operation-mutation'
import type { Place } from './is-seen'
import { useMarkRead } from './use-mark-read'

type Options = {
  bookingId: Booking['id']
  side: ThreadSide
  /** Where the newest message is on the screen. */
  place: Place
  /** What says that there are messages to read. */
  lists: readonly Operation[]
  /** How often it is read where nothing pushes what is new. */
  everyMs?: number | undefined
}

/** The thread of a booking as one side reads it, page by page into the past. What is seen of it is marked as read. */
export function useThread({ bookingId, side, place, lists, everyMs }: Options) {
  const callApi = useApi()
  const queryClient = useQueryClient()
  const params = { bookingId }
  const pages = usePagedQuery(listMessages, { params, query: { limit: 20 } }, { everyMs })
  const { data } = pages
  const [newest] = data?.pages ?? []
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const markRead = useCallback(
    (upTo: number) => {
      const readAgain = () => invalidate(queryClient, [listMessages, listNotifications, ...lists])
      // Where it fails, it is marked with the next message.
      void callApi(markMessagesRead, { params: { bookingId }, body: { readBy: side, upTo } }).then(readAgain, () => {})
    },
    [callApi, queryClient, bookingId, side, lists],
  )
  useMarkRead({ place, items, read: newest?.read ?? { consumer: 0, business: 0 }, side, markRead })
  const report = useOperationMutation(reportMessage, { inlineError: true, invalidates: [listMessages] })
  return {
    pages,
    thread: newest && { ...newest, items },
    earlier: useNextPage(pages),
    isReporting: report.isPending,
    reportError: report.shownError,
    report: (number: number, reason: string) => report.mutate({ input: { params, body: { number, reason } } }),
  }
}
