import { useMemo } from 'react'
import { Temporal } from 'temporal-polyfill'
import { useNow as useNowAsText } from '@buy-locals/client/use-now'

/** The time, updated every half minute. */
export function useNow(): Temporal.Instant {
  const now = useNowAsText()
  return useMemo(() => Temporal.Instant.from(now), [now])
}
