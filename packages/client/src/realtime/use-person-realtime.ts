import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listMessages, listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import { personChannel } from '@buy-locals/contracts/realtime'
import { readReview } from '@buy-locals/contracts/review/operations'
import type { Id } from '@buy-locals/values/ids'
import { useApi } from '../queries/api-context'
import { invalidate } from '../queries/operation-query'
import { connectRealtime } from './connection'

/** What others change for whoever booked. */
const changeable = [listMyBookings, readBooking, listMessages, listNotifications, readReceipt, readReview]

/** Keeps what an app shows of whoever is signed in up to date. */
export function usePersonRealtime(personId: Id<'person'> | undefined): void {
  const callApi = useApi()
  const queryClient = useQueryClient()
  useEffect(() => {
    if (!personId) return
    let unsubscribe: (() => void) | undefined
    let isOver = false
    const readAgain = () => void invalidate(queryClient, changeable)
    connectRealtime(callApi).then(
      (connected) => {
        if (!isOver) unsubscribe = connected.subscribe(personChannel(personId), readAgain, { onResume: readAgain })
      },
      // Without a connection it is read again when somebody comes back to a screen.
      () => {},
    )
    return () => {
      isOver = true
      unsubscribe?.()
    }
  }, [callApi, queryClient, personId])
}
