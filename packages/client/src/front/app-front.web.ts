/** Whether somebody may see the app: its tab is the one that is shown. */
export const isInFront = (): boolean => document.visibilityState === 'visible'

export function watchFront(listener: (isInFront: boolean) => void): () => void {
  const changed = () => listener(isInFront())
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

/** How long a tab may be out of sight before its connection is closed: many come back at once. */
export const awayMs = 5_000
