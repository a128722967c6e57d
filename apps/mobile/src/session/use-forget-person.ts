import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { closeRealtime } from '@buy-locals/client/realtime-connection'
import { forgetAll, keep, readKept } from '@buy-locals/client/stored-text'
import { stopConfirming } from '@buy-locals/features/session/confirm-identity'
import { appearanceName } from '../account/appearance'
import { forgetManageLinks } from '../bookings/manage-links'
import { localeName } from '../messages/device-locale'
import { sessionStore } from './session-store'

/** How the phone shows things is nobody's in particular. */
const ofPhone = [appearanceName, localeName].filter((name) => name !== undefined)

/** Whoever uses this phone next finds nothing of whoever has signed out of it, or has deleted their account. */
export function useForgetPerson(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(async () => {
    closeRealtime()
    stopConfirming()
    const sessionCleared = sessionStore.clear()
    await queryClient.cancelQueries() // what arrived later would be stored again
    const stays = ofPhone.map((name) => [name, readKept(name)] as const)
    forgetAll()
    for (const [name, value] of stays) if (value !== undefined) keep(name, value)
    await Promise.all([sessionCleared, forgetManageLinks()])
    queryClient.getMutationCache().clear()
    await queryClient.resetQueries()
  }, [queryClient])
}
