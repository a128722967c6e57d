import { useEffect, useState } from 'react'
import { realtime, type Realtime, type RealtimeStatus } from '@buy-locals/api-client/realtime'
import { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
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

/** What is read again when the first word of an event's type is heard. */
const stirred: Record<string, readonly Operation[]> = {
  booking: [booking.listBusinessBookings, booking.readBooking, booking.findSlots, listNotifications],
  payment: [payment.readBalance, payment.listTransactions, payment.readReceipt, payment.readPayee],
  review: [listReviews, listNotifications],
}

let connection: Promise<Realtime> | undefined

function connected(): Promise<Realtime> {
  connection ??= callApi(readConfig, {}).then(
    ({ realtime: { ws, http } }) =>
      realtime({ ws, http, token: () => callApi(createRealtimeToken, {}).then(({ token }) => token) }),
    (error: unknown) => {
      connection = undefined
      throw error
    },
  )
  return connection
}

/** Keeps what is shown of a business as it is now; `heard` gets every event besides. */
export function useLive(businessId: BusinessId, heard: (event: RealtimeEvent) => void): RealtimeStatus {
  const [status, setStatus] = useState<RealtimeStatus>('connecting')

  useEffect(() => {
    const endings: (() => void)[] = []
    let isOver = false
    connected().then(
      (line) => {
        if (isOver) return
        const onEvent = (event: RealtimeEvent) => {
          void invalidate(...(stirred[event.type.split('.')[0] ?? ''] ?? []))
          heard(event)
        }
        const readAllAgain = () => void queryClient.invalidateQueries({ refetchType: 'active' })
        const told = { onResume: readAllAgain, onRefused: readAllAgain }
        endings.push(line.subscribe(businessChannel(businessId), onEvent, told), line.onStatus(setStatus))
        setStatus(line.status())
      },
      () => setStatus('closed'),
    )
    return () => {
      isOver = true
      endings.forEach((end) => end())
    }
  }, [businessId, heard])

  return status
}
