import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Operation } from '@buy-locals/contracts/operation'
import { keep, readKept } from '../storage/stored-text'

type StoredQuery = { key: QueryKey; at: number; data: unknown }

/** With a number: an app that stores it in another way reads no other. */
const storedAs = 'what was read 1'

/** Of each operation; the oldest of more are forgotten. */
const most = 12

/** What was read of these operations is there again after a restart, also offline; its `dataUpdatedAt` says how old it is. Nothing is kept of a session that has ended, nor what is refused by now. */
export function keepQueries(
  queryClient: QueryClient,
  operations: readonly Operation[],
  isKept: (key: QueryKey) => boolean,
): () => void {
  const ofName = new Map<unknown, Operation>(operations.map((operation) => [operation.id, operation]))
  const cache = queryClient.getQueryCache()
  for (const { key, at, data } of readAll()) {
    if (!fits(ofName.get(key[0]), key, data)) continue
    cache.build(queryClient, { queryKey: key, gcTime: Infinity }).setData(data, { updatedAt: at, manual: true })
  }
  return cache.subscribe((event) => {
    if (event.type !== 'updated' || !ofName.has(event.query.queryKey[0]) || !isKept(event.query.queryKey)) return
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

/** Whether this version of the app reads what may have been stored by another one. */
function fits(operation: Operation | undefined, [, , isPaged]: QueryKey, data: unknown): boolean {
  const returns = operation?.returns
  if (!returns) return false
  if (!isPaged) return returns.safeParse(data).success
  const { pages, pageParams } = (data ?? {}) as { pages?: unknown; pageParams?: unknown }
  return Array.isArray(pages) && Array.isArray(pageParams) && pages.every((page) => returns.safeParse(page).success)
}

const others = (key: QueryKey) => readAll().filter((each) => hashKey(each.key) !== hashKey(key))

/** Whatever is damaged is as if it had never been stored. */
function readAll(): StoredQuery[] {
  const stored = parseJson(readKept(storedAs) || '[]')
  return Array.isArray(stored) ? stored.filter(isStoredQuery) : []
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

function write(all: readonly StoredQuery[]): void {
  const newestFirst = all.toSorted((a, b) => b.at - a.at)
  const newest = [...new Set(newestFirst.map(({ key }) => key[0]))].flatMap((operation) =>
    newestFirst.filter(({ key }) => key[0] === operation).slice(0, most),
  )
  keep(storedAs, JSON.stringify(newest))
}
