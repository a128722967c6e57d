import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import * as acceptances from '../persistence/acceptances.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'
import type { Device } from '../persistence/session-repository.ts'
import { claimAddress } from '../steps/claim-address.ts'
import { sendEmailLink } from '../steps/email-link.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { savePerson } from '../steps/save-person.ts'
import { storePassword } from '../steps/store-password.ts'

type Tx = Transaction<Database>
type Command = {
  email: string
  password: string
  name: string
  locale: string
  timeZone?: string | undefined
  ip: string
  device: Device
}

/** The password is stored before the account can be seen. Whoever is invited may prove meanwhile that the address is theirs: then it is not registered. */
export async function register(deps: Deps, { password, ip, device, timeZone, ...profile }: Command): Promise<SignedIn> {
  const { db, clock, throttle, limits } = deps
  await consumeFrom(throttle, 'register', ip, limits.registrationsFromOnePlace)
  await consumeFrom(throttle, 'register-day', ip, limits.registrationsInADay)
  refuseGuessable(password, profile)
  const now = clock()
  const account = { ...profile, kind: 'account' as const, emailVerified: false, ...(timeZone && { timeZone }) }
  const { person, closed } = await db.transaction().execute(async (tx) => {
    const claimed = await claimAddress(tx, now, account)
    if (!claimed) throw taken()
    return { person: claimed, closed: await people.closePassword(tx, claimed.id, 'registration') }
  })
  const undo = (tx: Tx) => freeAddress(tx, clock(), person.id)
  const version = await storePassword(deps, { personId: person.id, password, closed, undo })
  return db.transaction().execute(async (tx) => {
    if (version === undefined || (await people.lockPasswordVersion(tx, person.id)) !== version) throw taken()
    await acceptances.insert(tx, person.id, deps.documents, now)
    await sendEmailLink(tx, now, 'verify-email', person.id)
    return openSession(deps, tx, person, now, { ...device, isOwn: true })
  })
}

const taken = () =>
  new Problem('auth/email-taken', 'There is an account with this address: sign in, or set a new password')

/** Without a password nobody could sign in, nor register again: the address is as if somebody had been invited. */
async function freeAddress(tx: Tx, now: Temporal.Instant, personId: Id<'person'>): Promise<void> {
  const person = await people.lock(tx, personId)
  if (!person.emailVerified) await savePerson(tx, now, { ...person, kind: 'invited' })
}
