import type { Deps } from '../deps.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import { changeRole } from '../steps/change-role.ts'
import { sendEmailLink } from '../steps/email-link.ts'
import { createPerson } from '../steps/save-person.ts'

type Setup = Pick<Deps, 'db' | 'clock'>

/** Throws, in words for whoever sets the product up, where there is an admin or the address is not new. Somebody may have registered with it, and still know that password. */
export async function refuseSecondAdmin({ db }: Pick<Setup, 'db'>, email: string): Promise<void> {
  if (await members.hasAdmin(db)) throw new Error('There is an admin already: sign in and go on there')
  if (await people.findByEmail(db, email))
    throw new Error(`There is an account of ${email} already: take an address that is new here`)
}

/** Returns the token of a one-time link to set the password. */
export async function enrollFirstAdmin(
  { db, clock }: Setup,
  { email, name }: { email: string; name: string },
): Promise<string> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    await refuseSecondAdmin({ db: tx }, email)
    const account = { kind: 'account', email, emailVerified: true, name, locale: 'en' } as const
    const person = await createPerson(tx, now, account)
    if (!person) throw new Error('The address was taken at the same moment')
    await changeRole(tx, now, 'setup', { personId: person.id, scope: 'platform', role: 'admin' })
    return sendEmailLink(tx, now, 'reset-password', person.id)
  })
}
