import { newId, type Id } from '@buy-locals/values/ids'
import type { Role } from '@buy-locals/contracts/auth/shapes'
import type { Scope } from '@buy-locals/contracts/auth/shapes'
import type { Deps } from '../deps.ts'
import * as links from '../persistence/links.ts'
import * as members from '../persistence/members.ts'
import * as people from '../persistence/people.ts'

type Command = { email: string; name: string; password?: string; role?: { scope: Scope; role: Role } }
type Enrolled = { personId: Id<'person'>; link?: string }

/** For the host's own setup: an account whose address needs no proof. Without a password it answers the token of a one-time link to set one. */
export async function enrolPerson(
  { db, clock, credentials }: Pick<Deps, 'db' | 'clock' | 'credentials'>,
  { email, name, password, role }: Command,
): Promise<Enrolled> {
  const now = clock()
  const enrolled = await db.transaction().execute(async (tx): Promise<Enrolled> => {
    const account = { kind: 'account' as const, email, emailVerified: true, name, locale: 'en' }
    const known = await people.findByEmail(tx, email)
    const person = known ?? (await people.insert(tx, now, { ...account, id: newId('person'), version: 1 }))
    if (!person) throw new Error('The address was taken at the same moment')
    if (role) await members.set(tx, now, 'setup', { personId: person.id, ...role })
    if (password) return { personId: person.id }
    return { personId: person.id, link: await links.send(tx, now, 'reset-password', person.id) }
  })
  if (password) await credentials.set(enrolled.personId, password, now)
  return enrolled
}
