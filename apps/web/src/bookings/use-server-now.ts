import { useMemo } from 'react'
import { later } from '@buy-locals/features/time/when'

/** The server's time, ticking on from when the page was read: a wrong clock of the reader's changes nothing. */
export function useServerNow(now: string): () => string {
  return useMemo(() => {
    const read = performance.now()
    return () => later(now, (performance.now() - read) / 60_000)
  }, [now])
}
