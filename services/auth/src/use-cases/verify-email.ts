import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { PersonRecord } from '../domain/person.ts'
import * as people from '../persistence/person-repository.ts'
import { acceptInvitations } from '../steps/accept-invitations.ts'
import { sendEmailLink, useEmailLink } from '../steps/email-link.ts'
import { savePerson } from '../steps/save-person.ts'

/** What the address was invited to begins here. */
export async function verifyEmail({ db, clock }: Deps, token: string): Promise<PersonRecord> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const id = await useEmailLink(tx, now, 'verify-email', token)
    const person = await people.lock(tx, id)
    const verified = person.emailVerified ? person : await savePerson(tx, now, { ...person, emailVerified: true })
    await acceptInvitations(tx, now, id)
    return verified
  })
}

export async function sendVerification(deps: Deps, personId: Id<'person'>): Promise<void> {
  const { db, clock, throttle, limits } = deps
  await throttle.consume('verification', personId, limits.mailsToOneAddress)
  await db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, personId)
    if (!person.emailVerified) await sendEmailLink(tx, clock(), 'verify-email', personId)
  })
}
