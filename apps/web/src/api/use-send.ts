import { useState } from 'react'

/** Sends one request at a time; the error is kept until the next one. */
export function useSend(onDone: () => void) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  async function send(request: () => Promise<unknown>) {
    if (isBusy) return
    setBusy(true)
    setError(undefined)
    await request().then(onDone, setError)
    setBusy(false)
  }
  return { send, isBusy, error }
}
