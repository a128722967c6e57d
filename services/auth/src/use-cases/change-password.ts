import { audit } from '@buy-locals/service-kit/audit'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import * as emailLinks from '../persistence/email-links.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import { confirmPassword, refuseReplaced, wrongPassword } from '../steps/confirm-password.ts'
import { sendWarning } from '../steps/email-link.ts'
import { storePassword } from '../steps/store-password.ts'

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
  const { db, clock } = deps
  const confirmed = await confirmPassword(deps, personId, currentPassword)
  const person = await people.findOrRefuse(db, personId)
  refuseGuessable(password, person)
  const closed = await db.transaction().execute(async (tx) => {
    await refuseReplaced(tx, personId, confirmed)
    await secondFactors.dropUnconfirmed(tx, personId)
    return people.closePassword(tx, personId, 'change')
  })
  const version = await storePassword(deps, {
    ...{ personId, password, closed, except: sessionId },
    undo: (tx) => people.openPassword(tx, personId),
    async done(tx) {
      const now = clock()
      for (const kind of ['reset-password', 'change-email'] as const)
        await emailLinks.invalidate(tx, now, kind, personId)
      await audit(tx, now, { actor: personId, action: 'password.changed', subject: personId })
      if (person.emailVerified) await sendWarning(tx, now, 'password-changed', person)
    },
  })
  if (version === undefined) throw wrongPassword()
}
