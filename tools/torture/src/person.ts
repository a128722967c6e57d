import { api, type Api } from '@buy-locals/api-client/api'
import { login, register } from '@buy-locals/contracts/auth/operations'
import type { Id } from '@buy-locals/values/ids'

/** Somebody with an account, who signs in again whenever the token has run out. */
export type Person = {
  id: Id<'person'>
  name: string
  email: string
  call: Api
  headers(): Record<string, string>
  signIn(): Promise<void>
}

export const password = 'a long and unusual word 7'

type Wanted = { baseUrl: string; name: string; email: string; patience?: number }

export function personOf({ baseUrl, name, email, patience = 20 }: Wanted): Person {
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
      const { person: known, session } = await anonymous(login, { body: { email, password } })
      person.id = known.id
      token = session.accessToken
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

/** A consumer as the sign-up form makes one. */
export async function newConsumer(baseUrl: string): Promise<Person> {
  count += 1
  const name = `Consumer ${count}`
  const email = `consumer-${process.pid}-${count}@example.com`
  const person = personOf({ baseUrl, name, email })
  const body = { name, email, password }
  await api({ baseUrl, headers: () => ({ 'x-client': 'app' }) })(register, { body })
  await person.signIn()
  return person
}

export async function newConsumers(baseUrl: string, howMany: number): Promise<Person[]> {
  const people: Person[] = []
  for (let n = 0; n < howMany; n += 1) people.push(await newConsumer(baseUrl))
  return people
}
