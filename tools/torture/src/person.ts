import { api, type Api } from '@buy-locals/api-client/api'
import { login, register } from '@buy-locals/contracts/auth/operations'
import type { Id } from '@buy-locals/values/ids'

/** Somebody with an account, who signs in again whenever the token has expired. */
export type Person = {
  id: Id<'person'>
  name: string
  email: string
  call: Api
  headers(): Record<string, string>
  signIn(): Promise<void>
}

export const password = 'a long and unusual word 7'

type Options = { baseUrl: string; name: string; email: string; patience?: number }

export function personWith({ baseUrl, name, email, patience = 20 }: Options): Person {
  let token = ''
  const app = { 'x-client': 'app' }
  const anonymous = api({ baseUrl, headers: () => app, patience })
  const headers = () => ({ ...app, ...(token && { authorization: `Bearer ${token}` }) })
  const person: Person = {
    id: 'per_unknown',
    name,
    email,
    headers,
    signIn: async () => {
      const signedIn = await anonymous(login, { body: { email, password } })
      person.id = signedIn.person.id
      token = signedIn.session.accessToken
    },
    call: api({
      baseUrl,
      headers,
      patience,
      renew: async () => {
        await person.signIn()
        return true
      },
    }),
  }
  return person
}

let count = 0

/** As the sign-up form does it. */
export async function registerConsumer(baseUrl: string): Promise<Person> {
  count += 1
  const name = `Consumer ${count}`
  const email = `consumer-${process.pid}-${count}@example.com`
  const person = personWith({ baseUrl, name, email })
  const body = { name, email, password }
  await api({ baseUrl, headers: () => ({ 'x-client': 'app' }) })(register, { body })
  await person.signIn()
  return person
}

export async function registerConsumers(baseUrl: string, howMany: number): Promise<Person[]> {
  const people: Person[] = []
  while (people.length < howMany) {
    const atOnce = Array.from({ length: Math.min(4, howMany - people.length) }, () => registerConsumer(baseUrl))
    people.push(...(await Promise.all(atOnce)))
  }
  return people
}
