import { useEffect } from 'react'
import { watchErrors } from './watch-errors'
import { watchLostFocus } from './watch-lost-focus'

/** Mounted once: whatever is refused after somebody submits or presses is scrolled to and focused, wherever it appears; and where what had the focus is gone, what took its place. */
export function PageFocus() {
  useEffect(() => watchErrors(document), [])
  useEffect(() => watchLostFocus(document), [])
  return null
}
