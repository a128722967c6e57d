import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as links from '../persistence/links.ts'
import * as members from '../persistence/members.ts'
import * as people from '../persistence/people.ts'

/** What the address was invited to begins here. */
export async function verifyEmail({ db, clock }: Deps, token: string): Promise<people.Known> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const id = await links.use(tx, now, 'verify-email', token)
    const person = await people.lock(tx, id)
    const verified = person.emailVerified ? person : await people.update(tx, now, { ...person, emailVerified: true })
    await members.acceptInvitations(tx, now, id)
    return verified
  })
}

export async function sendVerification(deps: Deps, personId: Id<'person'>): Promise<void> {
  const { db, clock, throttle, limits } = deps
  await throttle.consume('verification', personId, limits.mailsToOneAddress)
  await db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, personId)
    if (!person.emailVerified) await links.send(tx, clock(), 'verify-email', personId)
  })
}
