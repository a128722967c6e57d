import { useEffect, useState } from 'react'
import type { Realtime, RealtimeStatus } from '@buy-locals/api-client/realtime'
import { appRealtime } from '@buy-locals/client/app-realtime'
import * as booking from '@buy-locals/contracts/booking/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import * as payment from '@buy-locals/contracts/payment/operations'
import { businessChannel, type RealtimeEvent } from '@buy-locals/contracts/realtime'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { callApi } from '../api/call-api'
import { invalidate, queryClient } from '../api/queries'
import type { BusinessId } from '../session/me'

/** What is read again after an event, by the first part of its type. */
const queriesByTopic: Record<string, readonly Operation[]> = {
  booking: [
    booking.listBusinessBookings,
    booking.readBooking,
    booking.listMessages,
    booking.findSlots,
    listNotifications,
  ],
  payment: [payment.readBalance, payment.listTransactions, payment.readReceipt, payment.readPayee],
  review: [listReviews, listNotifications],
}

let connection: Promise<Realtime> | undefined

function connect(): Promise<Realtime> {
  connection ??= callApi(readConfig, {}).then(
    ({ realtime: { ws, http } }) => appRealtime({ ws, http, callApi }),
    (error: unknown) => {
      connection = undefined
      throw error
    },
  )
  return connection
}

/** Whoever signs in next has a connection of their own. */
export function closeRealtime(): void {
  connection?.then(
    (opened) => opened.close(),
    () => {},
  )
  connection = undefined
}

/** Keeps what is shown of a business up to date; `onEvent` is called besides. */
export function useRealtime(businessId: BusinessId, onEvent: (event: RealtimeEvent) => void): RealtimeStatus {
  const [status, setStatus] = useState<RealtimeStatus>('connecting')

  useEffect(() => {
    const stops: (() => void)[] = []
    let isOver = false
    connect().then(
      (connected) => {
        if (isOver) return
        const handle = (event: RealtimeEvent) => {
          void invalidate(...(queriesByTopic[event.type.split('.')[0] ?? ''] ?? []))
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
  }, [businessId, onEvent])

  return status
}
