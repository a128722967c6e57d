import { useEffect, useState, type RefObject } from 'react'
import { useIsInFront } from '@buy-locals/client/use-is-in-front'
import type { Message, ReadMarks, ThreadSide } from '@buy-locals/contracts/booking/shapes'

type Reading = {
  /** Where the newest message is on the screen. */
  place: RefObject<Element | null>
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

/** On a phone, and in tests, what is rendered is seen. */
const canObserve = typeof IntersectionObserver !== 'undefined'

function useIsSeen(place: RefObject<Element | null>): boolean {
  const [isOnScreen, setOnScreen] = useState(!canObserve)
  const isInFront = useIsInFront()
  useEffect(() => {
    if (!place.current || !canObserve) return
    const observer = new IntersectionObserver((entries) => setOnScreen(entries.some((entry) => entry.isIntersecting)))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return isOnScreen && isInFront
}
