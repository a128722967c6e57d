import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** What stands behind the # of a mailed link: '' without one, undefined while the server renders. */
export const useFragment = (): string | undefined =>
  useSyncExternalStore(
    never,
    () => window.location.hash.slice(1),
    () => undefined,
  )
