import { audit } from '@buy-locals/service-kit/audit'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import * as emailLinks from '../persistence/email-links.ts'
import * as people from '../persistence/person-repository.ts'
import * as sessions from '../persistence/session-repository.ts'
import { acceptInvitations } from '../steps/accept-invitations.ts'
import { sendEmailLink, useEmailLink } from '../steps/email-link.ts'
import { savePerson } from '../steps/save-person.ts'

/** The answer is the same for an address without an account, and there is no more than a mail now and then. */
export async function forgotPassword(deps: Deps, { email, ip }: { email: string; ip: string }): Promise<void> {
  const { db, clock, throttle, limits } = deps
  await throttle.consume('forgot-from', ip, limits.mailsFromOnePlace)
  await throttle.consume('forgot', email, limits.mailsToOneAddress)
  const person = await people.findByEmail(db, email)
  if (person?.kind === 'account') {
    await db.transaction().execute((tx) => sendEmailLink(tx, clock(), 'reset-password', person.id))
  }
}

/** Whoever reads the mail owns the address, so it is verified too, and what it was invited to begins. Sessions end before and after: somebody may sign in with the old password in between. */
export async function resetPassword(
  { db, clock, credentials }: Deps,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const now = clock()
  const personId = await db.transaction().execute(async (tx) => {
    const id = await useEmailLink(tx, now, 'reset-password', token)
    const person = await people.lock(tx, id)
    refuseGuessable(password, person)
    if (!person.emailVerified || person.kind !== 'account') {
      await savePerson(tx, now, { ...person, kind: 'account', emailVerified: true })
    }
    await emailLinks.invalidate(tx, now, 'verify-email', id)
    await acceptInvitations(tx, now, id)
    await sessions.endAll(tx, id, now)
    await audit(tx, now, { actor: id, action: 'password.reset', subject: id })
    return id
  })
  await credentials.set(personId, password, now)
  await db.transaction().execute(async (tx) => {
    await people.raisePasswordVersion(tx, personId)
    await sessions.endAll(tx, personId, clock())
  })
}
