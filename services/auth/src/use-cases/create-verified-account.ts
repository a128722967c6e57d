import type { Role, Scope } from '@buy-locals/contracts/auth/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import { changeRole } from '../steps/change-role.ts'
import { sendEmailLink } from '../steps/email-link.ts'
import { createPerson } from '../steps/save-person.ts'

type Command = { email: string; name: string; password?: string; role?: { scope: Scope; role: Role } }
type Created = { personId: Id<'person'>; token?: string }

/** For the host itself: an account whose address needs no proof. Without a password it returns the token of a one-time link to set one. */
export async function createVerifiedAccount(
  { db, clock, credentials }: Pick<Deps, 'db' | 'clock' | 'credentials'>,
  { email, name, password, role }: Command,
): Promise<Created> {
  const now = clock()
  const created = await db.transaction().execute(async (tx): Promise<Created> => {
    const account = { kind: 'account', email, emailVerified: true, name, locale: 'en' } as const
    const person = (await people.findByEmail(tx, email)) ?? (await createPerson(tx, now, account))
    if (!person) throw new Error('The address was taken at the same moment')
    if (role) await changeRole(tx, now, 'setup', { personId: person.id, ...role })
    if (password) return { personId: person.id }
    return { personId: person.id, token: await sendEmailLink(tx, now, 'reset-password', person.id) }
  })
  if (password) await credentials.set(created.personId, password, now)
  return created
}
