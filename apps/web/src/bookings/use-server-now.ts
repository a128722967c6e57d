import { useCallback, useEffect, useRef } from 'react'
import { addMinutes } from '@buy-locals/features/time/dates'

/** The server's time, ticking on from when the page was read: a wrong clock of the reader's changes nothing. */
export function useServerNow(now: string): () => string {
  const read = useRef<{ now: string; at: number }>(undefined)
  useEffect(() => {
    read.current = { now, at: performance.now() }
  }, [now])
  return useCallback(() => {
    if (!read.current) return now
    return addMinutes(read.current.now, (performance.now() - read.current.at) / 60_000)
  }, [now])
}
