import { useSyncExternalStore } from 'react'
import { wideScreen } from '@buy-locals/ui/theme'

const room = matchMedia(`(min-width: ${wideScreen}px)`)

const listen = (changed: () => void) => {
  room.addEventListener('change', changed)
  return () => room.removeEventListener('change', changed)
}

/** Whether there is room for two columns. */
export const useWideScreen = () => useSyncExternalStore(listen, () => room.matches)
