import { useState } from 'react'

/** Sends a form once at a time and keeps what was said against it. */
export function useSend(onDone: () => void) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  async function send(ask: () => Promise<unknown>) {
    if (isBusy) return
    setBusy(true)
    setError(undefined)
    await ask().then(onDone, setError)
    setBusy(false)
  }
  return { send, isBusy, error }
}
