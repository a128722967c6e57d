import { useEffect } from 'react'
import type { Message, ReadMarks, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { useIsSeen, type Place } from './is-seen'

type Reading = {
  /** Where the newest message is on the screen. */
  place: Place
  items: readonly Message[]
  read: ReadMarks
  side: ThreadSide
  markRead: (upTo: number) => void
}

/** What the other side wrote is read once it is on a screen that somebody sees. */
export function useMarkRead({ place, items, read, side, markRead }: Reading): void {
  const isSeen = useIsSeen(place)
  const newest = Math.max(0, ...items.filter(({ sentBy }) => sentBy !== side).map(({ number }) => number))
  const isUnread = newest > read[side]
  useEffect(() => {
    if (isSeen && isUnread) markRead(newest)
  }, [isSeen, isUnread, newest, markRead])
}
