import { useEffect, useState } from 'react'
import { useFetcher, useLocation } from 'react-router'
import type { Found } from './load'

/** The list grows downwards; another search begins it anew. */
export function useMore(found: Found) {
  const { search } = useLocation()
  const fetcher = useFetcher<Found>()
  const [grown, setGrown] = useState({ of: search, items: found.items.slice(0, 0), nextCursor: found.nextCursor })
  const own = grown.of === search ? grown : { of: search, items: [], nextCursor: found.nextCursor }

  const page = fetcher.state === 'idle' ? fetcher.data : undefined
  useEffect(() => {
    if (page)
      setGrown((before) => ({ ...before, items: [...before.items, ...page.items], nextCursor: page.nextCursor }))
  }, [page])

  function load() {
    if (!own.nextCursor) return
    setGrown(own)
    const params = new URLSearchParams(search)
    params.set('cursor', own.nextCursor)
    void fetcher.load(`/?index&${params.toString()}`)
  }
  const known = new Set(found.items.map(({ id }) => id))
  const items = [...found.items, ...own.items.filter(({ id }) => !known.has(id))]
  return { items, more: own.nextCursor ? load : undefined, isLoading: fetcher.state !== 'idle' }
}
