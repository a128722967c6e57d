import { useSyncExternalStore } from 'react'

const never = () => () => {}
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The zone of the reader's own clock; the server cannot know it. */
export const useReaderZone = (): string | undefined => useSyncExternalStore(never, zone, () => undefined)
