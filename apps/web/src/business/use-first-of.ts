import { useEffect, useRef, useState } from 'react'

/** The first items of a long list, which are rendered by the server, and the rest on request: the list then has the focus where it went on. */
export function useFirstOf<T>(items: readonly T[], count: number) {
  const [isWhole, setWhole] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const next = list.current?.children[count]
    if (!isWhole || !(next instanceof HTMLElement)) return
    next.tabIndex = -1
    next.focus()
  }, [isWhole, count])
  return {
    list,
    shown: isWhole ? items : items.slice(0, count),
    hasMore: !isWhole && items.length > count,
    showAll: () => setWhole(true),
  }
}
