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
import { callApi } from './call-api'

/** A refusal is final. After a failure of the network or the server it is worth trying again, and what is not found may have been made a moment ago. */
const isWorthRetrying = (error: Error) => !(error instanceof Refusal) || error.status >= 500 || error.status === 404

/** Once the session has ended, reading who is signed in again leads to the sign-in. */
function checkSession(error: Error, query?: { queryKey: readonly unknown[] }) {
  const hasEnded = error instanceof Refusal && error.status === 401 && query?.queryKey[0] !== readMe.id
  if (hasEnded) void queryClient.invalidateQueries({ queryKey: [readMe.id] })
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: checkSession }),
  mutationCache: new MutationCache({ onError: (error) => checkSession(error) }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && isWorthRetrying(error), retryDelay: 700 },
    mutations: { retry: false },
  },
})

export const operationQuery = <O extends Operation>(operation: O, input: Input<O>) =>
  queryOptions<Output<O>>({
    queryKey: [operation.id, input],
    queryFn: ({ signal }) => callApi(operation, input, { signal }),
  })

export function useOperationQuery<O extends Operation>(
  operation: O,
  input: Input<O>,
  { when = true, everyMs }: { when?: boolean; everyMs?: number | undefined } = {},
): UseQueryResult<Output<O>> {
  return useQuery({ ...operationQuery(operation, input), enabled: when, refetchInterval: everyMs ?? false })
}

/** Reads anew, whatever is cached. */
export const readFresh = <O extends Operation>(operation: O, input: Input<O>) =>
  queryClient.fetchQuery({ ...operationQuery(operation, input), staleTime: 0 })

/** Screens that show one of these read it again. */
export const invalidate = (...operations: Operation[]) =>
  Promise.all(operations.map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))
