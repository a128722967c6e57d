import { useEffect, useRef } from 'react'
import { useSite } from '../site/use-site'

/** Calls back when something of the signed-in person has changed, and after every time the line was down. */
export function useLive(onChange: () => void) {
  const site = useSite()
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  const personId = site?.me?.id
  const { http, ws } = site?.realtime ?? {}

  useEffect(() => {
    if (!personId || !http || !ws) return
    let stop: (() => void) | undefined
    let isOver = false
    void import('./live-line').then(({ listen }) => {
      if (!isOver) stop = listen({ personId, http, ws, onChange: () => latest.current() })
    })
    return () => {
      isOver = true
      stop?.()
    }
  }, [personId, http, ws])
}
