import { useState } from 'react'

/** Reads again what a screen shows, for whoever pulls it down. */
export function useRefresh(read: () => Promise<unknown>): { isRefreshing: boolean; refresh: () => void } {
  const [isRefreshing, setRefreshing] = useState(false)
  function refresh() {
    setRefreshing(true)
    void read().finally(() => setRefreshing(false))
  }
  return { isRefreshing, refresh }
}
