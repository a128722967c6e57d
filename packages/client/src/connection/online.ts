import { isDeviceOnline, watchDevice } from './device-online'

let failedAt: number | undefined
let isUnreachable = false
const listeners = new Set<(isOnline: boolean) => void>()

/** Offline is where the device says so, or where nothing answers. */
export const isOnline = (): boolean => isDeviceOnline() && !isUnreachable

/** Something answered, whatever it said. */
export function noteResponse(): void {
  failedAt = undefined
  become(false)
}

/** One request may be lost on the way, and leaving a page ends all that are under way. One that is sent after that and fails too says more. `sentAt` is on the clock of `performance.now`. */
export function noteFailure(sentAt: number): void {
  if (failedAt !== undefined && sentAt > failedAt) become(true)
  failedAt = performance.now()
}

function become(unreachable: boolean) {
  if (isUnreachable === unreachable) return
  isUnreachable = unreachable
  inform()
}

const inform = () => listeners.forEach((listener) => listener(isOnline()))

/** Calls back when the app goes offline and when it is online again. */
export function watchOnline(listener: (isOnline: boolean) => void): () => void {
  const deviceChanged = () => {
    if (isDeviceOnline()) {
      failedAt = undefined
      isUnreachable = false
    }
    listener(isOnline())
  }
  listeners.add(listener)
  const stop = watchDevice(deviceChanged)
  return () => {
    listeners.delete(listener)
    stop()
  }
}
