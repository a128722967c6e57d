import { deleteItemAsync, getItem, setItemAsync } from 'expo-secure-store'
import type { SessionStore } from '@buy-locals/client/session-store'
import { forgetPushAddress } from '../push/device-push'
import { appVersion } from '../server/app-version'

const names = { access: 'access-token', refresh: 'refresh-token' } as const

let accessToken = getItem(names.access)
let refreshToken = getItem(names.refresh)

/** Both tokens, where the phone locks them with its own key. */
export const sessionStore: SessionStore = {
  headers: () => ({
    'x-client': 'app',
    'x-app-version': appVersion,
    ...(accessToken !== null && { authorization: `Bearer ${accessToken}` }),
  }),
  refreshInput: async () => (refreshToken === null ? {} : { body: { refreshToken } }),
  async save(session) {
    accessToken = session.accessToken
    refreshToken = session.refreshToken ?? refreshToken
    if (refreshToken !== null) await setItemAsync(names.refresh, refreshToken)
    await setItemAsync(names.access, accessToken)
  },
  async clear() {
    accessToken = null
    refreshToken = null
    const forgotten = forgetPushAddress().catch(() => {}) // the server sends nothing more here, whatever the system says
    await Promise.all([deleteItemAsync(names.access), deleteItemAsync(names.refresh), forgotten])
  },
}
