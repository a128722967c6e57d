import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** After a link to another page was followed, the keyboard and the screen reader go on at its title. What has failed there is read first. */
export function Arrival() {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const main = document.getElementById('main')
    const title = main?.querySelector<HTMLElement>('h1')
    if (!title || main?.contains(document.activeElement)) return
    title.tabIndex = -1
    title.focus({ preventScroll: true })
  }, [pathname])
  return null
}
