import { useEffect, useState, type RefObject } from 'react'
import { useIsInFront } from '@buy-locals/client/use-is-in-front'

export type Place = RefObject<unknown>

/** In tests what is rendered is seen. */
const canObserve = typeof IntersectionObserver !== 'undefined'

export function useIsSeen(place: Place): boolean {
  const [isOnScreen, setOnScreen] = useState(!canObserve)
  const isInFront = useIsInFront()
  useEffect(() => {
    if (!canObserve || !(place.current instanceof Element)) return
    const observer = new IntersectionObserver((entries) => setOnScreen(entries.some((entry) => entry.isIntersecting)))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return isOnScreen && isInFront
}
