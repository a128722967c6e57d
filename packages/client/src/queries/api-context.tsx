import { createContext, useContext, type ReactNode } from 'react'
import type { Api } from '@buy-locals/api-client/api'

const ApiContext = createContext<Api | undefined>(undefined)

export function useApi(): Api {
  const callApi = useContext(ApiContext)
  if (!callApi) throw new Error('There is no API outside ApiProvider')
  return callApi
}

/** What queries and mutations are sent with. */
export function ApiProvider({ callApi, children }: { callApi: Api; children: ReactNode }) {
  return <ApiContext value={callApi}>{children}</ApiContext>
}
