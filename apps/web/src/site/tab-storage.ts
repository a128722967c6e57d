import { useCallback, useSyncExternalStore } from 'react'

const remembered = new Map<string, string>()
const listeners = new Set<() => void>()

/** What a tab remembers until it is closed, also after a reload where the browser stores anything. */
export function readKept(key: string): string | undefined {
  try {
    return remembered.get(key) ?? sessionStorage.getItem(key) ?? undefined
  } catch (error) {
    return ignoreBlocked(error)
  }
}

export function keep(key: string, value: string): void {
  remembered.set(key, value)
  for (const listener of listeners) listener()
  try {
    sessionStorage.setItem(key, value)
  } catch (error) {
    ignoreBlocked(error)
  }
}

function ignoreBlocked(error: unknown): undefined {
  if (!(error instanceof DOMException)) throw error
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What was chosen in this tab. The server knows nothing of it. */
export function useKept(key: string): [string | undefined, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readKept(key),
    () => undefined,
  )
  return [value, useCallback((chosen: string) => keep(key, chosen), [key])]
}
