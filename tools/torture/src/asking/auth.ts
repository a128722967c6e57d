import { randomUUID } from 'node:crypto'
import * as links from '@buy-locals/auth/persistence/links'
import { enrolPerson } from '@buy-locals/auth/use-cases/enrol-person'
import { api as client } from '@buy-locals/api-client/api'
import * as api from '@buy-locals/contracts/auth/operations'
import { password } from '../person.ts'
import type { TwoTowns } from '../two-towns/two-towns.ts'
import { asked } from './asked.ts'
import type { Makers } from './makers.ts'

const newEmail = () => `somebody-${randomUUID()}@example.com`

export const authRequests: Makers = {
  register: async () => asked(api.register, { body: { email: newEmail(), password, name: 'Some Body' } }),
  login: async ({ people }) => asked(api.login, { body: { email: people.stranger.email, password } }),
  refresh: async (towns) => asked(api.refresh, { body: { refreshToken: await refreshTokenOf(towns) } }),
  logout: async (towns) => asked(api.logout, { body: { refreshToken: await refreshTokenOf(towns) } }),
  forgotPassword: async ({ people }) => asked(api.forgotPassword, { body: { email: people.stranger.email } }),
  resetPassword: async ({ running }) => {
    const { link = '' } = await enrolPerson(running.composed.auth, { email: newEmail(), name: 'Forgetful' })
    return asked(api.resetPassword, { body: { token: link, password: `${password} anew` } })
  },
  verifyEmail: async ({ running: { composed }, people }) => {
    const { db, clock } = composed.auth
    const mailed = db.transaction().execute((tx) => links.send(tx, clock(), 'verify-email', people.stranger.id))
    return asked(api.verifyEmail, { body: { token: await mailed } })
  },
  sendVerification: async () => asked(api.sendVerification, {}),
  readMe: async () => asked(api.readMe, {}),
  changeMe: async () =>
    asked(api.changeMe, { body: { name: 'Another Name', locale: 'en', timeZone: 'America/Boise' } }),
  createRealtimeToken: async () => asked(api.createRealtimeToken, {}),
  listMembers: async (_towns, { shop }) => asked(api.listMembers, { params: { businessId: shop.id } }),
  addMember: async (_towns, { shop }) =>
    asked(api.addMember, { params: { businessId: shop.id }, body: { email: newEmail(), role: 'staff' } }),
  removeMember: async ({ running, ask }, { shop }) => {
    const email = newEmail()
    const { personId } = await enrolPerson(running.composed.auth, { email, name: 'Brief', password })
    const params = { businessId: shop.id }
    await ask(shop.owner, api.addMember, { params, body: { email, role: 'staff' } })
    return asked(api.removeMember, { params: { ...params, personId } })
  },
}

async function refreshTokenOf({ running, people }: TwoTowns): Promise<string> {
  const anyone = client({ baseUrl: running.url, headers: () => ({ 'x-client': 'app' }) })
  const { session } = await anyone(api.login, { body: { email: people.stranger.email, password } })
  return session.refreshToken ?? ''
}
