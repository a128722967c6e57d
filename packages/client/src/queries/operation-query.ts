import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Api } from '@buy-locals/api-client/api'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'

export const operationQuery = <O extends Operation>(callApi: Api, operation: O, input: Input<O>) =>
  queryOptions<Output<O>>({
    queryKey: [operation.id, input],
    queryFn: ({ signal }) => callApi(operation, input, { signal }),
  })

/** Screens that show one of these read it again. */
export const invalidate = (queryClient: QueryClient, operations: readonly Operation[]) =>
  Promise.all(operations.map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))
