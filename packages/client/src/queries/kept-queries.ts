import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { Refusal } from '@buy-locals/api-client/refusal'
import { keep, readKept } from '../storage/stored-text'

type StoredQuery = { key: QueryKey; at: number; data: unknown }

/** With a number: an app that stores it in another way reads no other. */
const storedAs = 'what was read 1'

/** The oldest of more are forgotten. */
const most = 24

/** What was read is there again after a restart, also offline; its `dataUpdatedAt` says how old it is. Nothing is kept of a session that has ended, nor what is refused by now. */
export function keepQueries(queryClient: QueryClient, isKept: (key: QueryKey) => boolean): () => void {
  for (const { key, at, data } of readAll()) queryClient.setQueryData(key, data, { updatedAt: at })
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || !isKept(event.query.queryKey)) return
    const { queryKey: key, state } = event.query
    if (event.action.type === 'success') write([...others(key), { key, at: state.dataUpdatedAt, data: state.data }])
    if (event.action.type !== 'error' || !(event.action.error instanceof Refusal)) return
    if (event.action.error.status === 401) write([])
    else if (event.action.error.status < 500) write(others(key))
  })
}

const others = (key: QueryKey) => readAll().filter((each) => hashKey(each.key) !== hashKey(key))

const readAll = (): StoredQuery[] => JSON.parse(readKept(storedAs) || '[]') as StoredQuery[]

const write = (all: readonly StoredQuery[]) =>
  keep(storedAs, JSON.stringify(all.toSorted((a, b) => b.at - a.at).slice(0, most)))
