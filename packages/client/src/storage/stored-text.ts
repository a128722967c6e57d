import { useCallback, useSyncExternalStore } from 'react'
import { clearDevice, readDevice, writeDevice } from './device-storage'

const remembered = new Map<string, string>()
const listeners = new Set<() => void>()

/** What this app remembers over a restart where the device stores anything, and until then where it does not. */
export const readKept = (key: string): string | undefined => remembered.get(key) ?? readDevice(key)

export function keep(key: string, value: string): void {
  remembered.set(key, value)
  for (const listener of listeners) listener()
  writeDevice(key, value)
}

/** Whoever signs in next finds nothing of whoever has signed out. */
export function forgetAll(): void {
  remembered.clear()
  clearDevice()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What was chosen in this app. The server knows nothing of it. */
export function useKept(key: string): [string | undefined, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readKept(key),
    () => undefined,
  )
  return [value, useCallback((chosen: string) => keep(key, chosen), [key])]
}
