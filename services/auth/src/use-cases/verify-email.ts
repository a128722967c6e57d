import { Problem } from '@buy-locals/contracts/problem'
import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { audit } from '@buy-locals/service-kit/audit'
import { hashSecret } from '@buy-locals/service-kit/secret'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { PersonRecord } from '../domain/person.ts'
import type { Database } from '../persistence/database.ts'
import * as emailLinks from '../persistence/email-links.ts'
import * as people from '../persistence/person-repository.ts'
import { findEmailLink, sendEmailLink, sendWarning, useEmailLink } from '../steps/email-link.ts'
import { savePerson } from '../steps/save-person.ts'

type Command = { token: string; by: Id<'person'> | undefined }

/** Whoever reads the mail need not be whoever registered. Without a session of the account the link is good for setting its password, and is not used here. */
export async function verifyEmail({ db, clock }: Deps, { token, by }: Command): Promise<PersonRecord> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const change = await findEmailLink(tx, now, 'change-email', token)
    if (change?.newEmail) return replaceEmail(tx, now, change.personId, change.newEmail)
    const id = await useEmailLink(tx, now, 'verify-email', token)
    const person = await people.lock(tx, id)
    if (by !== id && (await people.passwordClosedBy(tx, id)) === hashSecret(token)) throw passwordNeeded()
    if (person.emailVerified) return person
    if (by !== id) throw passwordNeeded()
    return savePerson(tx, now, { ...person, emailVerified: true })
  })
}

const passwordNeeded = () => new Problem('auth/password-needed', 'Set a password with this link, or sign in first')

/** The old address is told, and its links open nothing any more. */
async function replaceEmail(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  personId: Id<'person'>,
  email: string,
): Promise<PersonRecord> {
  const person = await people.lock(tx, personId)
  const found = await people.findByEmail(tx, email)
  if (found) throw people.emailTaken()
  await emailLinks.invalidateAll(tx, now, personId)
  await audit(tx, now, { actor: personId, action: 'email.changed', subject: personId })
  if (person.emailVerified) await sendWarning(tx, now, 'email-changed', person)
  return savePerson(tx, now, { ...person, email, emailVerified: true })
}

export async function sendVerification(deps: Deps, personId: Id<'person'>): Promise<void> {
  const { db, clock, throttle, limits } = deps
  await throttle.consume('verification', personId, limits.mailsToOneAddress)
  await db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, personId)
    if (!person.emailVerified) await sendEmailLink(tx, clock(), 'verify-email', personId)
  })
}
