import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** After a link to another section was followed, the keyboard and the screen reader go on in its page. */
export function useFocusOnArrival() {
  const section = useLocation().pathname.split('/')[2]
  const before = useRef(section)
  useEffect(() => {
    if (before.current === section) return
    before.current = section
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [section])
}
