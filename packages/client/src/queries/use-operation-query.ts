import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { useApi } from './api-context'
import { operationQuery } from './operation-query'

export function useOperationQuery<O extends Operation>(
  operation: O,
  input: Input<O>,
  { when = true, everyMs }: { when?: boolean; everyMs?: number | undefined } = {},
): UseQueryResult<Output<O>> {
  const callApi = useApi()
  return useQuery({ ...operationQuery(callApi, operation, input), enabled: when, refetchInterval: everyMs ?? false })
}
