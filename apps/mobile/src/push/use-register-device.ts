import { useCallback } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { Refusal } from '@buy-locals/api-client/refusal'
import { registerDevice } from '@buy-locals/contracts/notification/operations'
import { readPushAddress } from './device-push'

/** Has pushes come here, for whoever is signed in. False where this server sends none. */
export function useRegisterDevice(): () => Promise<boolean> {
  const callApi = useApi()
  return useCallback(async () => {
    const body = await readPushAddress()
    return callApi(registerDevice, { body }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal && error.code === 'notification/push-off') return false
        throw error
      },
    )
  }, [callApi])
}
