import { createQueryClient } from '@buy-locals/client/query-client'
import * as queries from '@buy-locals/client/operation-query'
import type { Input, Operation } from '@buy-locals/contracts/operation'
import { callApi } from './call-api'

export const queryClient = createQueryClient()

export const operationQuery = <O extends Operation>(operation: O, input: Input<O>) =>
  queries.operationQuery(callApi, operation, input)

/** Reads anew, whatever is cached. */
export const readFresh = <O extends Operation>(operation: O, input: Input<O>) =>
  queryClient.fetchQuery({ ...operationQuery(operation, input), staleTime: 0 })

/** Screens that show one of these read it again. */
export const invalidate = (...operations: Operation[]) => queries.invalidate(queryClient, operations)
