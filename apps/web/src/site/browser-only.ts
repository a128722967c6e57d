import { useSyncExternalStore } from 'react'

const subscribeToNothing = () => () => {}

/** What only a browser knows; undefined while the server renders. */
const useBrowserValue = <T extends string | boolean>(read: () => T): T | undefined =>
  useSyncExternalStore(subscribeToNothing, read, () => undefined)

/** Whether the scripts of this part of the page are there. */
export const useIsHydrated = (): boolean => useBrowserValue(() => true) ?? false

/** The part of a mailed link behind its #; '' without one. */
export const useFragment = () => useBrowserValue(() => window.location.hash.slice(1))

export const useBrowserTimeZone = () => useBrowserValue(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
