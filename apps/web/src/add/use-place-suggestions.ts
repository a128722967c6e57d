import { useEffect, useRef, useState } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { readPlace, suggestPlaces } from '@buy-locals/contracts/business/operations'
import type { Place, PlaceSuggestion } from '@buy-locals/contracts/business/shapes'
import { callApi } from '../api/call-api'

type Found = { items: PlaceSuggestion[]; error?: unknown }

const pauseMs = 200
const newSession = newIdempotencyKey

/** What somebody may be typing, and the place that they choose of it: all in one session, which ends with the choice. */
export function usePlaceSuggestions() {
  const session = useRef<string>(undefined)
  const latest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const reads = useRef(new Map<string, Promise<Place>>())
  const [found, setFound] = useState<Found>()
  useEffect(() => () => clearTimeout(latest.current), [])

  async function find(q: string): Promise<Found> {
    const query = { q, session: (session.current ??= newSession()) }
    return callApi(suggestPlaces, { query }).catch((error: unknown) => ({ items: [], error }))
  }

  function suggest(text: string): void {
    clearTimeout(latest.current)
    const q = text.trim()
    if (q.length < 2) return
    const timer = setTimeout(() => {
      void find(q).then((result) => {
        if (latest.current === timer) setFound(result)
      })
    }, pauseMs)
    latest.current = timer
  }

  function choose(placeId: string): Promise<Place> {
    const query = { session: session.current ?? newSession() }
    const before = reads.current.get(placeId)
    if (before) return before
    session.current = undefined
    const read = callApi(readPlace, { params: { placeId }, query })
    reads.current.set(placeId, read)
    read.catch(() => reads.current.delete(placeId))
    return read
  }
  return { found, suggest, choose }
}
