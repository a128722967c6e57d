import { useEffect, useState } from 'react'

const pauseMs = 120

/** What was typed, once nobody types on: a word is no reason for a request at each of its letters. */
export function useAfterPause(typed: string): string {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return paused
}
