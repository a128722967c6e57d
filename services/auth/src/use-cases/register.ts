import { Problem } from '@buy-locals/contracts/problem'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import * as acceptances from '../persistence/acceptances.ts'
import * as people from '../persistence/person-repository.ts'
import type { Device } from '../persistence/session-repository.ts'
import { claimAddress } from '../steps/claim-address.ts'
import { sendEmailLink } from '../steps/email-link.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { savePerson } from '../steps/save-person.ts'

type Command = {
  email: string
  password: string
  name: string
  locale: string
  timeZone?: string | undefined
  ip: string
  device: Device
}

/** The password is stored before the account can be seen. */
export async function register(deps: Deps, { password, ip, device, timeZone, ...profile }: Command): Promise<SignedIn> {
  const { db, clock, credentials, throttle, limits } = deps
  await consumeFrom(throttle, 'register', ip, limits.registrationsFromOnePlace)
  await consumeFrom(throttle, 'register-day', ip, limits.registrationsInADay)
  refuseGuessable(password, profile)
  const now = clock()
  const account = { ...profile, kind: 'account' as const, emailVerified: false, ...(timeZone && { timeZone }) }
  const person = await db.transaction().execute((tx) => claimAddress(tx, now, account))
  if (!person)
    throw new Problem('auth/email-taken', 'There is an account with this address: sign in, or set a new password')
  await credentials.set(person.id, password, now).catch((error: unknown) => freeAddress(deps, person.id, error))
  return db.transaction().execute(async (tx) => {
    await acceptances.insert(tx, person.id, deps.documents, now)
    await sendEmailLink(tx, now, 'verify-email', person.id)
    return openSession(deps, tx, person, now, device)
  })
}

/** Without a password nobody could sign in, nor register again: the address is as if somebody had been invited. */
async function freeAddress({ db, clock }: Deps, personId: Id<'person'>, error: unknown): Promise<never> {
  await db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, personId)
    if (!person.emailVerified) await savePerson(tx, clock(), { ...person, kind: 'invited' })
  })
  throw error
}
