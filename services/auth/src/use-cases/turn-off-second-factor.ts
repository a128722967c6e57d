import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { hasOperatorRole } from '@buy-locals/service-kit/memberships'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import * as sessions from '../persistence/session-repository.ts'
import { sendWarning } from '../steps/email-link.ts'
import { endAllSessions } from '../steps/end-session.ts'

/** Whoever operates a market keeps it where operators need one. Their sessions go on, as opened with the password alone. */
export async function turnOffSecondFactor(
  { db, clock, operatorsNeedSecondFactor }: Deps,
  personId: Id<'person'>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const now = clock()
    if (operatorsNeedSecondFactor && (await hasOperatorRole(tx, personId)))
      throw new Problem('auth/second-factor-required', 'Whoever operates a market keeps their second factor')
    if (!(await secondFactors.remove(tx, personId))) throw new Problem('not-found', 'There is no second factor')
    await sessions.forgetConfirmations(tx, personId)
    await audit(tx, now, { actor: personId, action: 'second-factor.off', subject: personId })
    await sendWarning(tx, now, 'second-factor-off', await people.findOrRefuse(tx, personId))
  })
}

/** By whoever runs the server, for somebody who has lost phone and recovery codes. Everybody is signed out, in case it was not them who asked. */
export async function removeSecondFactor(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  email: string,
): Promise<'removed' | 'off' | 'nobody'> {
  return db.transaction().execute(async (tx) => {
    const now = clock()
    const person = await people.findByEmail(tx, email)
    if (!person) return 'nobody'
    if (!(await secondFactors.remove(tx, person.id))) return 'off'
    await endAllSessions(tx, now, person.id)
    await audit(tx, now, { actor: 'setup', action: 'second-factor.off', subject: person.id })
    await sendWarning(tx, now, 'second-factor-off', person)
    return 'removed'
  })
}
