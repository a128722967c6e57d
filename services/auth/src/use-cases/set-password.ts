import { audit } from '@buy-locals/service-kit/audit'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import type { PersonRecord } from '../domain/person.ts'
import * as emailLinks from '../persistence/email-links.ts'
import * as people from '../persistence/person-repository.ts'
import { sendEmailLink, useEmailLink } from '../steps/email-link.ts'
import { endAllSessions } from '../steps/end-session.ts'
import { savePerson } from '../steps/save-person.ts'

/** The answer is the same for an address without an account, and there is no more than a mail now and then. */
export async function forgotPassword(deps: Deps, { email, ip }: { email: string; ip: string }): Promise<void> {
  const { db, clock, throttle, limits } = deps
  await consumeFrom(throttle, 'forgot-from', ip, limits.mailsFromOnePlace)
  await throttle.consume('forgot', email, limits.mailsToOneAddress)
  const person = await people.findByEmail(db, email)
  if (person?.kind === 'account') {
    await db.transaction().execute((tx) => sendEmailLink(tx, clock(), 'reset-password', person.id))
  }
}

type Command = { kind: emailLinks.LinkKind; token: string; password: string }

/** Whoever reads the mail owns the address: it is verified, and whoever had the account before is out. Sessions end before and after: somebody may sign in with the old password in between. */
export async function setPassword(
  { db, clock, credentials }: Deps,
  { kind, token, password }: Command,
): Promise<PersonRecord> {
  const now = clock()
  const proven = await db.transaction().execute(async (tx) => {
    const id = await useEmailLink(tx, now, kind, token)
    const person = await people.lock(tx, id)
    refuseGuessable(password, person)
    const isKnown = person.emailVerified && person.kind === 'account'
    const account = { ...person, kind: 'account', emailVerified: true } as const
    await emailLinks.invalidateAll(tx, now, id)
    await endAllSessions(tx, now, id)
    await audit(tx, now, { actor: id, action: 'password.reset', subject: id })
    return isKnown ? person : savePerson(tx, now, account)
  })
  await credentials.set(proven.id, password, now)
  await db.transaction().execute(async (tx) => {
    await people.raisePasswordVersion(tx, proven.id)
    await endAllSessions(tx, clock(), proven.id)
  })
  return proven
}
