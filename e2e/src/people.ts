import { api, type Api } from '@buy-locals/api-client/api'
import { login, register, verifyEmail } from '@buy-locals/contracts/auth/operations'
import type { Id } from '@buy-locals/values/ids'
import { randomBytes } from 'node:crypto'
import { linkIn, mailTo } from './dev-inbox.ts'
import { demoPassword } from './server-process.ts'
import { townUrl } from './town-url.ts'

export type Person = { id: Id<'person'>; name: string; email: string; password: string; call: Api }

/** What nobody else in the town is called. */
export const nobodyElse = () => randomBytes(3).toString('hex')

/** Someone with an account and a verified address, without having touched a page. */
export async function resident(name: string): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${nobodyElse()}@example.com`
  const anyone = api({ baseUrl: townUrl() })
  await anyone(register, { body: { email, password: demoPassword, name } })
  const { hash } = linkIn(await mailTo(email, 'Verify'))
  await anyone(verifyEmail, { body: { token: hash.slice(1) } })
  return known(email)
}

export const demoPerson = (name: 'consumer' | 'owner' | 'admin') => known(`${name}@demo.example`)

/** Signs in anew whenever time has outrun the session. */
export async function known(email: string, password = demoPassword): Promise<Person> {
  const signIn = () => api({ baseUrl: townUrl() })(login, { body: { email, password } })
  let { person, session } = await signIn()
  const call = api({
    baseUrl: townUrl(),
    headers: () => ({ authorization: `Bearer ${session.accessToken}` }),
    patience: 5,
    renew: async () => {
      ;({ session } = await signIn())
      return true
    },
  })
  return { id: person.id, name: person.name, email, password, call }
}
