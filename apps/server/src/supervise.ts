import { setTimeout } from 'node:timers/promises'
import type { Log } from '@buy-locals/service-kit/log'

type Supervised<P> = {
  name: string
  log: Log
  start(): Promise<P>
  onChange(isThere: boolean): void
  /** It did not come back. */
  onGivenUp(error: Error): void
  pauseMs?: number
}

const tries = 5
/** Whoever lives this long has recovered, and the next end is counted anew. */
const recoveredAfterMs = 5_000

/** Starts a part of the server again whenever it has ended, a few times, each time after a longer pause. One line of the log for each change. */
export function keepRunning<P extends { isAlive(): boolean }>(
  first: P,
  { name, log, start, onChange, onGivenUp, pauseMs = 250 }: Supervised<P>,
): { current(): P; stop(): Promise<void> } {
  let current = first
  const stopping = new AbortController()
  const pause = (ms: number) => setTimeout(ms, undefined, { signal: stopping.signal }).catch(() => {})

  const watch = async () => {
    let failures = 0
    for (let since = performance.now(); !stopping.signal.aborted;) {
      await pause(pauseMs)
      if (current.isAlive() || stopping.signal.aborted) continue
      if (performance.now() - since > recoveredAfterMs) failures = 0
      log.warn(`${name} has ended; it is started again`)
      onChange(false)
      const again = await restart(failures)
      if (again === undefined) return
      failures = again.failures
      since = performance.now()
    }
  }

  const restart = async (before: number): Promise<{ failures: number } | undefined> => {
    let last = new Error(`${name} ends again and again`)
    for (let failures = before; failures < tries; failures += 1) {
      await pause(failures === 0 ? 0 : pauseMs * 2 ** failures)
      if (stopping.signal.aborted) return undefined
      const started = await start().catch((error: Error) => {
        last = error
      })
      if (!started) continue
      current = started
      log.info(`${name} runs again`)
      onChange(true)
      return { failures: failures + 1 }
    }
    onGivenUp(new Error(`${name} did not come back after ${tries} tries: ${last.message}`, { cause: last }))
    return undefined
  }

  const watching = watch()
  return {
    current: () => current,
    stop: async () => {
      stopping.abort()
      await watching
    },
  }
}
