import { readConfig } from '@buy-locals/contracts/host/operations'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'

/** Whether anything is paid online here at all; undefined until that is read. Where it cannot be read, it is as usual. */
export function useTakesPayments(): boolean | undefined {
  const { data, failureCount } = useOperationQuery(readConfig, {})
  if (data) return data.payments.mode !== 'off'
  return failureCount > 0 ? true : undefined
}
