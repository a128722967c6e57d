import { useEffect, useRef, useState } from 'react'
import { watchOnline } from '@buy-locals/client/online'

type Request = () => Promise<unknown>

/** Sends one request at a time; the error is kept until the next one. What did not arrive because the browser was offline is sent once it is online again, unless something else has been typed since. */
export function useSend(onDone: () => void) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const latest = useRef<Request>(undefined)

  async function send(request: Request) {
    if (isBusy) return
    latest.current = request
    setBusy(true)
    setError(undefined)
    await request().then(onDone, setError)
    setBusy(false)
  }

  const sendAgain = useRef(() => {})
  useEffect(() => {
    sendAgain.current = () => latest.current && void send(latest.current)
  })
  const isUnsent = error instanceof TypeError
  useEffect(() => {
    if (!isUnsent) return
    const stop = watchOnline((isOnline) => isOnline && sendAgain.current())
    document.addEventListener('input', stop)
    return () => {
      stop()
      document.removeEventListener('input', stop)
    }
  }, [isUnsent])
  return { send, isBusy, error }
}
