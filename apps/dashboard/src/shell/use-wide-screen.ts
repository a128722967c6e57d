import { useSyncExternalStore } from 'react'
import { wideScreen } from '@buy-locals/ui/theme'

const hasRoom = () => matchMedia(`(min-width: ${wideScreen}px)`)

const listen = (changed: () => void) => {
  const room = hasRoom()
  room.addEventListener('change', changed)
  return () => room.removeEventListener('change', changed)
}

/** Whether there is room for two columns. */
export const useWideScreen = () => useSyncExternalStore(listen, () => hasRoom().matches)
