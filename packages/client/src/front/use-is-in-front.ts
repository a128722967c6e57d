import { useSyncExternalStore } from 'react'
import { isInFront, watchFront } from './app-front'

/** What a server renders is for somebody who is there. */
export const useIsInFront = (): boolean => useSyncExternalStore(watchFront, isInFront, () => true)
