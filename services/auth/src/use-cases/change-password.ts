import { audit } from '@buy-locals/service-kit/audit'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import * as emailLinks from '../persistence/email-links.ts'
import * as people from '../persistence/person-repository.ts'
import { confirmPassword } from '../steps/confirm-password.ts'
import { sendWarning } from '../steps/email-link.ts'
import { endAllSessions } from '../steps/end-session.ts'

type Command = {
  personId: Id<'person'>
  sessionId: Id<'session'> | undefined
  currentPassword: string
  password: string
}

/** The session that asks goes on; every other one ends, also one that the old password opens meanwhile. */
export async function changePassword(
  deps: Deps,
  { personId, sessionId, currentPassword, password }: Command,
): Promise<void> {
  const { db, clock, credentials } = deps
  await confirmPassword(deps, personId, currentPassword)
  const person = await people.findOrRefuse(db, personId)
  refuseGuessable(password, person)
  await credentials.set(personId, password, clock())
  await db.transaction().execute(async (tx) => {
    const now = clock()
    await people.raisePasswordVersion(tx, personId)
    for (const kind of ['reset-password', 'change-email'] as const) await emailLinks.invalidate(tx, now, kind, personId)
    await endAllSessions(tx, now, personId, { except: sessionId })
    await audit(tx, now, { actor: personId, action: 'password.changed', subject: personId })
    if (person.emailVerified) await sendWarning(tx, now, 'password-changed', person)
  })
}
