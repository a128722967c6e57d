import { useLayoutEffect } from 'react'

/** What had the focus before a dialog has it again once the dialog is gone: what was pressed there goes on, and its outcome takes its place. A browser gives the focus back only from a dialog that is closed before it goes. */
export function useFocusBack(): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    const restore = () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
    // Before what watches for lost focus runs.
    return () => queueMicrotask(restore)
  }, [])
}
