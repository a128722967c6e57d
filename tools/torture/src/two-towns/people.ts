import { api } from '@buy-locals/api-client/api'
import { enrolPerson } from '@buy-locals/auth/use-cases/enrol-person'
import { login } from '@buy-locals/contracts/auth/operations'
import type { Running } from '@buy-locals/server/start'
import type { Scope } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import { password } from '../person.ts'

export const names = [
  'consumer',
  'stranger',
  'staff',
  'manager',
  'owner',
  'foreignOwner',
  'operator',
  'foreignOperator',
  'admin',
] as const
export type Name = (typeof names)[number]

export type Somebody = { id: Id<'person'>; email: string; token: string }
export type People = Record<Name, Somebody>

type Office = { scope: Scope; role: 'operator' | 'admin' }

/** Everybody with an account and, where the town gave them one, their office. */
export async function enrol({ composed }: Running, offices: Partial<Record<Name, Office[]>>): Promise<People> {
  const people = {} as People
  for (const name of names) {
    const email = `${name.toLowerCase()}@example.com`
    const account = { email, name: `The ${name}` }
    const { personId: id } = await enrolPerson(composed.auth, { ...account, password })
    for (const role of offices[name] ?? []) await enrolPerson(composed.auth, { ...account, role })
    people[name] = { id, email, token: '' }
  }
  return people
}

/** Anew after time was moved: tokens last a quarter of an hour. */
export async function signIn(url: string, people: People): Promise<void> {
  const anyone = api({ baseUrl: url, headers: () => ({ 'x-client': 'app' }) })
  const all = Object.values(people).map(async (somebody) => {
    const { session } = await anyone(login, { body: { email: somebody.email, password } })
    somebody.token = session.accessToken
  })
  await Promise.all(all)
}
