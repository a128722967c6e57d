import { randomUUID } from 'node:crypto'
import { sendEmailLink } from '@buy-locals/auth/steps/email-link'
import { createVerifiedAccount } from '@buy-locals/auth/use-cases/create-verified-account'
import { api as client } from '@buy-locals/api-client/api'
import * as api from '@buy-locals/contracts/auth/operations'
import { password } from '../person.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'
import { apiRequest, type RequestMakers } from './request.ts'

const newEmail = () => `somebody-${randomUUID()}@example.com`

export const authRequests: RequestMakers = {
  register: async () => apiRequest(api.register, { body: { email: newEmail(), password, name: 'Some Body' } }),
  login: async ({ people }) => apiRequest(api.login, { body: { email: people.stranger.email, password } }),
  refresh: async (markets) => apiRequest(api.refresh, { body: { refreshToken: await refreshTokenOf(markets) } }),
  logout: async (markets) => apiRequest(api.logout, { body: { refreshToken: await refreshTokenOf(markets) } }),
  forgotPassword: async ({ people }) => apiRequest(api.forgotPassword, { body: { email: people.stranger.email } }),
  resetPassword: async ({ running }) => {
    const { token = '' } = await createVerifiedAccount(running.composed.auth, { email: newEmail(), name: 'Forgetful' })
    return apiRequest(api.resetPassword, { body: { token, password: `${password} anew` } })
  },
  verifyEmail: async ({ running: { composed }, people }) => {
    const { db, clock } = composed.auth
    const mailed = db.transaction().execute((tx) => sendEmailLink(tx, clock(), 'verify-email', people.stranger.id))
    return apiRequest(api.verifyEmail, { body: { token: await mailed } })
  },
  sendVerification: async () => apiRequest(api.sendVerification, {}),
  readMe: async () => apiRequest(api.readMe, {}),
  changeMe: async () =>
    apiRequest(api.changeMe, { body: { name: 'Another PersonName', locale: 'en', timeZone: 'America/Boise' } }),
  createRealtimeToken: async () => apiRequest(api.createRealtimeToken, {}),
  listMembers: async (_, { shop }) => apiRequest(api.listMembers, { params: { businessId: shop.id } }),
  addMember: async (_, { shop }) =>
    apiRequest(api.addMember, { params: { businessId: shop.id }, body: { email: newEmail(), role: 'staff' } }),
  removeMember: async ({ running, callAs }, { shop }) => {
    const email = newEmail()
    const { personId } = await createVerifiedAccount(running.composed.auth, { email, name: 'Brief', password })
    const params = { businessId: shop.id }
    await callAs(shop.owner, api.addMember, { params, body: { email, role: 'staff' } })
    return apiRequest(api.removeMember, { params: { ...params, personId } })
  },
}

async function refreshTokenOf({ running, people }: TwoMarkets): Promise<string> {
  const anyone = client({ baseUrl: running.url, headers: () => ({ 'x-client': 'app' }) })
  const { session } = await anyone(api.login, { body: { email: people.stranger.email, password } })
  return session.refreshToken ?? ''
}
