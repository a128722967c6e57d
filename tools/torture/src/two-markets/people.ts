import { api, type Options } from '@buy-locals/api-client/api'
import { createVerifiedAccount } from '@buy-locals/auth/use-cases/create-verified-account'
import { login } from '@buy-locals/contracts/auth/operations'
import type { Scope } from '@buy-locals/contracts/auth/shapes'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import type { Running } from '@buy-locals/server/start'
import type { Id } from '@buy-locals/values/ids'
import { password } from '../person.ts'

export const personNames = [
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
export type PersonName = (typeof personNames)[number]

export type Account = { id: Id<'person'>; email: string; token: string }
export type People = Record<PersonName, Account>

type Role = { scope: Scope; role: 'operator' | 'admin' }

export async function createAccounts(
  { composed }: Running,
  roles: Partial<Record<PersonName, Role[]>>,
): Promise<People> {
  const people = {} as People
  for (const name of personNames) {
    const email = `${name.toLowerCase()}@example.com`
    const account = { email, name: `The ${name}` }
    const { personId: id } = await createVerifiedAccount(composed.auth, { ...account, password })
    for (const role of roles[name] ?? []) await createVerifiedAccount(composed.auth, { ...account, role })
    people[name] = { id, email, token: '' }
  }
  return people
}

/** Again after time was moved: tokens are valid for a quarter of an hour. */
export async function signIn(url: string, people: People): Promise<void> {
  const anyone = api({ baseUrl: url, headers: () => ({ 'x-client': 'app' }) })
  const all = Object.values(people).map(async (account) => {
    const { session } = await anyone(login, { body: { email: account.email, password } })
    account.token = session.accessToken
  })
  await Promise.all(all)
}

/** Calls an operation as somebody, or without credentials; throws where it is refused. */
export type CallAs = <O extends Operation>(
  name: PersonName | undefined,
  operation: O,
  input: Input<O>,
  options?: Options,
) => Promise<Output<O>>

export const callAsIn =
  (baseUrl: string, people: People): CallAs =>
  (name, operation, input, options) => {
    const headers = () => ({ 'x-client': 'app', ...(name && { authorization: `Bearer ${people[name].token}` }) })
    return api({ baseUrl, headers, patience: 20 })(operation, input, options)
  }
