import { Problem } from '@buy-locals/contracts/problem'
import { newId } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import * as links from '../persistence/links.ts'
import * as people from '../persistence/people.ts'
import { openSession, type SignedIn } from '../session.ts'

type Command = {
  email: string
  password: string
  name: string
  locale: string
  timeZone?: string | undefined
  ip: string
}

/** Whoever was invited keeps the id under which they were. The password is stored before the account can be seen. */
export async function register(deps: Deps, { password, ip, ...wanted }: Command): Promise<SignedIn> {
  const { db, clock, credentials, throttle, limits } = deps
  await throttle.consume('register', ip, limits.registrationsFromOnePlace)
  refuseGuessable(password, wanted)
  const now = clock()
  const { timeZone, ...given } = wanted
  const account = { ...given, kind: 'account' as const, emailVerified: false, ...(timeZone && { timeZone }) }
  const person = await db.transaction().execute(async (tx) => {
    const known = await people.findByEmail(tx, wanted.email)
    if (!known) return people.insert(tx, now, { ...account, id: newId('person'), version: 1 })
    const locked = await people.lock(tx, known.id)
    return locked.kind === 'invited' ? people.update(tx, now, { ...locked, ...account }) : undefined
  })
  if (!person)
    throw new Problem('auth/email-taken', 'There is an account with this address: sign in, or set a new password')
  await credentials.set(person.id, password, now)
  return db.transaction().execute(async (tx) => {
    await links.send(tx, now, 'verify-email', person.id)
    return openSession(deps, tx, person, now)
  })
}
