import { useState } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { findPlace } from '@buy-locals/features/place/find-place'
import type { SearchFilters } from '@buy-locals/features/place/search-query'

type Searching = {
  filters: SearchFilters
  towns: readonly Market[]
  /** A place that was typed, and not yet found. */
  where: string
  onSearch: (filters: SearchFilters) => void
}

/** Searches where somebody is, or where they typed once that has been found. */
export function useSearch({ filters, towns, where, onSearch }: Searching) {
  const callApi = useApi()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [unknown, setUnknown] = useState<string>()

  async function find() {
    setBusy(true)
    setError(undefined)
    const place = await findPlace(callApi, towns, where).finally(() => setBusy(false))
    setUnknown(place ? undefined : where)
    return place
  }
  function search(changes: SearchFilters) {
    const chosen = { ...filters, exact: undefined, ...changes }
    if (!where) return onSearch(chosen)
    find().then((place) => place && onSearch({ ...chosen, ...place }), setError)
  }
  return { search, isBusy, error, unknownPlace: unknown === where ? unknown : undefined }
}
