import { useEffect, useState } from 'react'

/** What was typed, once nobody has typed on for a moment: a word is no reason for a request at each of its letters. */
export function useAfterPause(typed: string, ms = 200): string {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), ms)
    return () => clearTimeout(timer)
  }, [typed, ms])
  return paused
}
