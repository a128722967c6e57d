import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import { confirmPassword, refuseReplaced } from '../steps/confirm-password.ts'
import { sendEmailLink } from '../steps/email-link.ts'

type Command = { personId: Id<'person'>; email: string; password: string }

/** Nothing changes before the link is followed. Where the new address has somebody already, nothing is mailed either, and the response is the same. */
export async function changeEmail(deps: Deps, { personId, email, password }: Command): Promise<void> {
  const { db, clock, throttle, limits } = deps
  const version = await confirmPassword(deps, personId, password)
  await throttle.consume('change-email', email, limits.mailsToOneAddress)
  await db.transaction().execute(async (tx) => {
    await refuseReplaced(tx, personId, version)
    if (!(await people.findByEmail(tx, email))) await sendEmailLink(tx, clock(), 'change-email', personId, email)
  })
}
