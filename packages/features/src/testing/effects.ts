import { createElement, useEffect } from 'react'
import { createRoot } from 'react-dom/client'

/** Waits until React has run the effects of what is on the screen, and has shown what they changed. */
export function watchEffects(): () => Promise<void> {
  const root = createRoot(document.createElement('div'))
  function Mark({ onShown }: { onShown: () => void }) {
    useEffect(onShown)
    return null
  }
  const showMark = () => new Promise<void>((onShown) => root.render(createElement(Mark, { onShown })))
  return async () => {
    await showMark() // React runs effects that are due before it renders anything else
    await showMark()
  }
}
