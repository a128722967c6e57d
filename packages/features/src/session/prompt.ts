import { useSyncExternalStore } from 'react'

type Shown<About> = About & { finish(isDone: boolean): void }

/** What a page asks in place, over everything else: once for all calls that need it meanwhile. */
export function createPrompt<About extends object>(onFinish: (isDone: boolean) => void = () => {}) {
  let shown: Shown<About> | undefined
  let outcome: Promise<boolean> | undefined
  const listeners = new Set<() => void>()
  const show = (next: Shown<About> | undefined) => {
    shown = next
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const begin = (about: About) =>
    new Promise<boolean>((resolve) => {
      const finish = (isDone: boolean) => {
        outcome = undefined
        onFinish(isDone)
        show(undefined)
        resolve(isDone)
      }
      show({ ...about, finish })
    })
  return {
    /** False where whoever is asked would not. */
    open: (about: About): Promise<boolean> => (outcome ??= begin(about)),
    /** Nobody is there any more who could be asked. */
    close: () => shown?.finish(false),
    usePrompt: (): Shown<About> | undefined =>
      useSyncExternalStore(
        subscribe,
        () => shown,
        () => undefined,
      ),
  }
}
