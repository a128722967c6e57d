import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { Refusal } from '@buy-locals/api-client/refusal'
import { keep, readKept } from '../storage/stored-text'

type StoredQuery = { key: QueryKey; at: number; data: unknown }

const storedAs = 'what was read'

/** Of each operation; the oldest of more are forgotten. */
const most = 12

/** What was read of such queries is there again after a restart of the same version of the app, also offline; its `dataUpdatedAt` says how old it is. Nothing is kept of a session that has ended, nor what is refused by now. */
export function keepQueries(queryClient: QueryClient, version: string, isKept: (key: QueryKey) => boolean): () => void {
  const cache = queryClient.getQueryCache()
  const others = (key: QueryKey) => readAll(version).filter((each) => hashKey(each.key) !== hashKey(key))
  const write = (all: readonly StoredQuery[]) => keep(storedAs, JSON.stringify({ version, queries: pickNewest(all) }))

  for (const { key, at, data } of readAll(version))
    cache.build(queryClient, { queryKey: key, gcTime: Infinity }).setData(data, { updatedAt: at, manual: true })
  return cache.subscribe((event) => {
    if (event.type !== 'updated' || !isKept(event.query.queryKey)) return
    const { queryKey: key, state } = event.query
    if (event.action.type === 'success') {
      event.query.setOptions({ ...event.query.options, gcTime: Infinity }) // or it is gone before the app is
      write([...others(key), { key, at: state.dataUpdatedAt, data: state.data }])
    }
    if (event.action.type !== 'error' || !(event.action.error instanceof Refusal)) return
    if (event.action.error.status === 401) write([])
    else if (event.action.error.status < 500) write(others(key))
  })
}

/** Whatever is damaged, or of another version, is as if it had never been stored. */
function readAll(version: string): StoredQuery[] {
  const stored = (parseJson(readKept(storedAs) || 'null') ?? {}) as { version?: unknown; queries?: unknown }
  return stored.version === version && Array.isArray(stored.queries) ? stored.queries.filter(isStoredQuery) : []
}

function isStoredQuery(entry: unknown): entry is StoredQuery {
  const { key, at } = (entry ?? {}) as Partial<StoredQuery>
  return Array.isArray(key) && typeof at === 'number'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function pickNewest(all: readonly StoredQuery[]): StoredQuery[] {
  const newestFirst = all.toSorted((a, b) => b.at - a.at)
  const operations = new Set(newestFirst.map(({ key }) => key[0]))
  return [...operations].flatMap((operation) => newestFirst.filter(({ key }) => key[0] === operation).slice(0, most))
}
