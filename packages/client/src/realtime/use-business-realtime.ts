import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { RealtimeStatus } from '@buy-locals/api-client/realtime'
import * as booking from '@buy-locals/contracts/booking/operations'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import * as payment from '@buy-locals/contracts/payment/operations'
import { businessChannel, type RealtimeEvent } from '@buy-locals/contracts/realtime'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { useApi } from '../queries/api-context'
import { invalidate } from '../queries/operation-query'
import type { BusinessId } from '../session/me'
import { connectRealtime } from './connection'

/** Without realtime a board is read again so often. */
export const pollEveryMs = 10_000

/** What is read again after an event, by the first part of its type. */
const queriesByTopic: Record<string, readonly Operation[]> = {
  booking: [
    booking.listBusinessBookings,
    booking.readBooking,
    booking.listMessages,
    booking.findSlots,
    listNotifications,
  ],
  payment: [payment.readBalance, payment.readEarnings, payment.listTransactions, payment.readReceipt],
  payee: [payment.readPayee],
  review: [listReviews, listNotifications],
}

/** Keeps what is shown of a business up to date; `onEvent` is called besides. */
export function useBusinessRealtime(businessId: BusinessId, onEvent: (event: RealtimeEvent) => void): RealtimeStatus {
  const callApi = useApi()
  const queryClient = useQueryClient()
  const [status, setStatus] = useState<RealtimeStatus>('connecting')

  useEffect(() => {
    const stops: (() => void)[] = []
    let isOver = false
    connectRealtime(callApi).then(
      (connected) => {
        if (isOver) return
        const handle = (event: RealtimeEvent) => {
          void invalidate(queryClient, queriesByTopic[event.type.split('.')[0] ?? ''] ?? [])
          onEvent(event)
        }
        const readAllAgain = () => void queryClient.invalidateQueries({ refetchType: 'active' })
        const options = { onResume: readAllAgain, onRefused: readAllAgain }
        stops.push(connected.subscribe(businessChannel(businessId), handle, options), connected.onStatus(setStatus))
        setStatus(connected.status())
      },
      () => setStatus('closed'),
    )
    return () => {
      isOver = true
      stops.forEach((stop) => stop())
    }
  }, [callApi, queryClient, businessId, onEvent])

  return status
}
