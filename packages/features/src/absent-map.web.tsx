import { useEffect } from 'react'

/** In the place of a map whose own code did not arrive. */
export function AbsentMap({ onFailed }: { onFailed: () => void }) {
  useEffect(onFailed, [onFailed])
  return null
}
