import { api, type Api } from '@buy-locals/api-client/api'
import { login, refresh, register } from '@buy-locals/contracts/auth/operations'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Output } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'

/** Somebody with an account, whose session is renewed whenever the access token has expired. */
export type Person = {
  id: Id<'person'>
  name: string
  email: string
  call: Api
  headers(): Record<string, string>
  /** By the refresh token, or else by the password: tokens are valid for a quarter of an hour. */
  renew(): Promise<void>
}

export const password = 'a long and unusual word 7'

type Options = { baseUrl: string; name: string; email: string; patience?: number }
type SignedIn = Output<typeof login>

const app = { 'x-client': 'app' }

export async function signIn(options: Options): Promise<Person> {
  const { baseUrl, email, patience = 20 } = options
  const signedIn = await api({ baseUrl, headers: () => app, patience })(login, { body: { email, password } })
  return personWith(options, signedIn)
}

function personWith({ baseUrl, name, email, patience = 20 }: Options, { person: { id }, session }: SignedIn): Person {
  let { accessToken, refreshToken } = session
  const anonymous = api({ baseUrl, headers: () => app, patience })
  const headers = () => ({ ...app, authorization: `Bearer ${accessToken}` })
  const renew = async () => {
    const byToken = anonymous(refresh, { body: { refreshToken } }).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'auth/session-ended')) throw error
      return anonymous(login, { body: { email, password } }) // an earlier response with the next token was lost
    })
    ;({ accessToken, refreshToken } = (await byToken).session)
  }
  const call = api({ baseUrl, headers, patience, renew: async () => renew().then(() => true) })
  return { id, name, email, headers, renew, call }
}

let count = 0

/** As the sign-up form does it. */
export async function registerConsumer(baseUrl: string): Promise<Person> {
  count += 1
  const name = `Consumer ${count}`
  const email = `consumer-${process.pid}-${count}@example.com`
  const body = { name, email, password }
  return personWith({ baseUrl, name, email }, await api({ baseUrl, headers: () => app })(register, { body }))
}

export async function registerConsumers(baseUrl: string, howMany: number): Promise<Person[]> {
  const people: Person[] = []
  while (people.length < howMany) {
    const atOnce = Array.from({ length: Math.min(4, howMany - people.length) }, () => registerConsumer(baseUrl))
    people.push(...(await Promise.all(atOnce)))
  }
  return people
}
