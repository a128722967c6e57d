import { useEffect } from 'react'
import { routeOfNotification } from '../inbox/route-of-notification'
import { useReader } from '../session/use-reader'
import { follow } from '../shell/follow-links'
import { readPermission, showInFront, watchOpenedPushes } from './device-push'
import { useRegisterDevice } from './use-register-device'

/** A push that is opened leads to its screen. At each start the phone is registered anew, as long as its owner lets it. */
export function FollowPushes() {
  const { me } = useReader()
  const personId = me?.id
  const register = useRegisterDevice()
  useEffect(() => {
    showInFront()
    return watchOpenedPushes((push) => {
      const route = routeOfNotification(push)
      if (route) follow(route)
    })
  }, [])
  useEffect(() => {
    if (!personId) return
    const registerAnew = async () => {
      if ((await readPermission()) === 'granted') await register()
    }
    registerAnew().catch(() => {}) // at the next start again
  }, [personId, register])
  return null
}
