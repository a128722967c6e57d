import { focusManager, MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readMe } from '@buy-locals/contracts/auth/operations'
import { isDeviceOnline, watchDevice } from '../connection/device-online'
import { watchFront } from '../front/app-front'

/** A refusal is final. After a failure of the network or the server it is worth trying again, and what is not found may have been made a moment ago. */
const isWorthRetrying = (error: Error) => !(error instanceof Refusal) || error.status >= 500 || error.status === 404

type Options = {
  /** Whether what is changed offline is sent once the device is online again. Otherwise it is refused at once. */
  sendsLater?: boolean
}

/** What the screens of an app have read. */
export function createQueryClient({ sendsLater = true }: Options = {}): QueryClient {
  focusManager.setEventListener(watchFront)
  onlineManager.setEventListener((setOnline) => watchDevice(() => setOnline(isDeviceOnline())))

  /** Once the session has ended, reading who is signed in again leads to the sign-in. */
  function checkSession(error: Error, query?: { queryKey: readonly unknown[] }) {
    const hasEnded = error instanceof Refusal && error.status === 401 && query?.queryKey[0] !== readMe.id
    if (hasEnded) void queryClient.invalidateQueries({ queryKey: [readMe.id] })
  }
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: checkSession }),
    mutationCache: new MutationCache({ onError: (error) => checkSession(error) }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        retryDelay: 700,
      },
      mutations: { retry: false, networkMode: sendsLater ? 'online' : 'always' },
    },
  })
  return queryClient
}
