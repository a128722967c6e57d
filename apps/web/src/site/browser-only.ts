import { useSyncExternalStore } from 'react'

const subscribeToNothing = () => () => {}

/** What only a browser knows; undefined while the server renders. */
const useBrowserValue = (read: () => string): string | undefined =>
  useSyncExternalStore(subscribeToNothing, read, () => undefined)

/** The part of a mailed link behind its #; '' without one. */
export const useFragment = () => useBrowserValue(() => window.location.hash.slice(1))

export const useBrowserTimeZone = () => useBrowserValue(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
