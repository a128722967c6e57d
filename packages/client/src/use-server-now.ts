import { useCallback, useEffect, useRef } from 'react'
import { noteServerTime, serverNow } from './clock'

/** The time of the server, for a page that came with it as `now`. A wrong clock of the reader's changes nothing. Until the page is shown the time is that of its text. */
export function useServerNow(now: string): () => string {
  const isShown = useRef(false)
  useEffect(() => {
    noteServerTime(Date.parse(now))
    isShown.current = true
  }, [now])
  return useCallback(() => (isShown.current ? serverNow() : now), [now])
}
