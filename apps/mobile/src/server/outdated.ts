import { useSyncExternalStore } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'

let isOutdated = false
const listeners = new Set<() => void>()

function change(next: boolean): void {
  isOutdated = next
  for (const listener of listeners) listener()
}

/** The server has stopped to serve this version. Only another one changes that. */
export function noteOutdated(error: unknown): never {
  if (error instanceof Refusal && error.code === 'upgrade-required') change(true)
  throw error
}

export const forgetOutdated = (): void => change(false)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useIsOutdated = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isOutdated,
    () => false,
  )
