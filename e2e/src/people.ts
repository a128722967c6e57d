import { randomBytes } from 'node:crypto'
import { api, type Api } from '@buy-locals/api-client/api'
import { login, register, verifyEmail } from '@buy-locals/contracts/auth/operations'
import type { Id } from '@buy-locals/values/ids'
import { linkIn, mailTo } from './dev-inbox.ts'
import { demoPassword, serverUrl } from './server-process.ts'

export type Person = { id: Id<'person'>; name: string; email: string; password: string; call: Api }

/** Makes a name or an address unique among all journeys. */
export const uniqueSuffix = () => randomBytes(3).toString('hex')

/** Someone with an account and a verified address, made without a browser. */
export async function registerPerson(name: string): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${uniqueSuffix()}@example.com`
  const anyone = api({ baseUrl: serverUrl() })
  const { session } = await anyone(register, { body: { email, password: demoPassword, name } })
  const { hash } = linkIn(await mailTo(email, 'Verify'))
  const headers = { authorization: `Bearer ${session.accessToken}` }
  await anyone(verifyEmail, { body: { token: hash.slice(1) } }, { headers })
  return personWith(email)
}

/** Somebody new, and the link that verifies their address. */
export async function registerUnverified(): Promise<{ person: Person; link: URL }> {
  const email = `new.${uniqueSuffix()}@example.com`
  await api({ baseUrl: serverUrl() })(register, { body: { email, password: demoPassword, name: 'Ann Other' } })
  return { person: await personWith(email), link: linkIn(await mailTo(email, '/verify-email')) }
}

export const demoPerson = (name: 'consumer' | 'owner' | 'admin') => personWith(`${name}@demo.example`)

/** Signs in, and again whenever the session has expired. */
export async function personWith(email: string, password = demoPassword): Promise<Person> {
  const signIn = () => api({ baseUrl: serverUrl() })(login, { body: { email, password } })
  let { person, session } = await signIn()
  const call = api({
    baseUrl: serverUrl(),
    headers: () => ({ authorization: `Bearer ${session.accessToken}` }),
    patience: 5,
    renew: async () => {
      ;({ session } = await signIn())
      return true
    },
  })
  return { id: person.id, name: person.name, email, password, call }
}
