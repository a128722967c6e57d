import { useEffect, useState } from 'react'
import { serverNow } from './clock'
import { watchFront } from './front/app-front'

const everyMs = 30_000

/** The server's time, updated every half minute and when somebody comes back to the app, whose timers may have stood still. */
export function useNow(): string {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const update = () => setNow(serverNow())
    const timer = setInterval(update, everyMs)
    const stop = watchFront((isBack) => isBack && update())
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [])
  return now
}
