import { useEffect, useState } from 'react'
import { now } from '../clock'

/** The time, again every half minute. */
export function useNow() {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const ticking = setInterval(() => setTime(now()), 30_000)
    return () => clearInterval(ticking)
  }, [])
  return time
}
