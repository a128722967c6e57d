import { useSyncExternalStore } from 'react'
import { knownZone } from '@buy-locals/features/time/dates'

const subscribeToNothing = () => () => {}

/** What only a browser knows; undefined while the server renders. */
const useBrowserValue = <T extends string | boolean>(read: () => T | undefined): T | undefined =>
  useSyncExternalStore(subscribeToNothing, read, () => undefined)

/** Whether the scripts of this part of the page are there. */
export const useIsHydrated = (): boolean => useBrowserValue(() => true) ?? false

/** The part of a mailed link behind its #; '' without one. */
export const useFragment = () => useBrowserValue(() => window.location.hash.slice(1))

/** What kind of device it says it is; undefined on the server. */
export const useDevice = () => useBrowserValue(() => navigator.userAgent)

/** Undefined, too, where the browser does not know its zone. */
export const useBrowserTimeZone = () =>
  useBrowserValue(() => knownZone(Intl.DateTimeFormat().resolvedOptions().timeZone))
