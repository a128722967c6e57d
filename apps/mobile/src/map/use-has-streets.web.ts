import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readConfig } from '@buy-locals/contracts/host/operations'

/** Whether there is anything to be seen around a single place. */
export function useHasStreets(): boolean {
  const { data } = useOperationQuery(readConfig, {})
  return data?.map.hasStreets ?? false
}
