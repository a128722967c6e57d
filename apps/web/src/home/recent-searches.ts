const key = 'recent-searches'
const most = 5

/** What was searched on this device, the last first. It stays in the browser. */
export function readRecentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, most) : []
  } catch {
    return [] // a browser that keeps nothing
  }
}

export function rememberSearch(q: string): void {
  const text = q.trim()
  if (text) write([text, ...readRecentSearches().filter((other) => other.toLowerCase() !== text.toLowerCase())])
}

export const forgetSearches = (): void => write([])

function write(searches: readonly string[]): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(searches.slice(0, most)))
  } catch {
    // a browser that keeps nothing
  }
}
