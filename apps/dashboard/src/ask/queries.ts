import {
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readMe } from '@buy-locals/contracts/auth/operations'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { ask } from './ask'

/** A refusal that says no stays no. What broke on the way is worth asking again, and what is not there may have been made a moment ago. */
const isPassing = (error: Error) => !(error instanceof Refusal) || error.status >= 500 || error.status === 404

/** Where the session has ended, who is signed in is asked again, and the page leads to the sign-in. */
function sessionMayHaveEnded(error: Error, asked?: { queryKey: readonly unknown[] }) {
  const isOver = error instanceof Refusal && error.status === 401 && asked?.queryKey[0] !== readMe.id
  if (isOver) void queries.invalidateQueries({ queryKey: [readMe.id] })
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: sessionMayHaveEnded }),
  mutationCache: new MutationCache({ onError: (error) => sessionMayHaveEnded(error) }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && isPassing(error), retryDelay: 700 },
    mutations: { retry: false },
  },
})

export const question = <O extends Operation>(operation: O, input: Input<O>) =>
  queryOptions<Output<O>>({
    queryKey: [operation.id, input],
    queryFn: ({ signal }) => ask(operation, input, { signal }),
  })

export function useAnswer<O extends Operation>(
  operation: O,
  input: Input<O>,
  { when = true, everyMs }: { when?: boolean; everyMs?: number | undefined } = {},
): UseQueryResult<Output<O>> {
  return useQuery({ ...question(operation, input), enabled: when, refetchInterval: everyMs ?? false })
}

/** What was read of these is out of date: screens that show it read it again. */
export const outOfDate = (...operations: Operation[]) =>
  Promise.all(operations.map(({ id }) => queries.invalidateQueries({ queryKey: [id] })))
