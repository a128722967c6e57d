import type { BusinessRole } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { refuseTooManyMemberships } from '@buy-locals/service-kit/memberships'
import { hashSecret } from '@buy-locals/service-kit/secret'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import { toSecond } from '@buy-locals/values/time'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseGuessable } from '../domain/password.ts'
import type { PersonRecord } from '../domain/person.ts'
import * as acceptances from '../persistence/acceptances.ts'
import * as emailLinks from '../persistence/email-links.ts'
import * as invitations from '../persistence/invitations.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import type { Device } from '../persistence/session-repository.ts'
import { changeRole } from '../steps/change-role.ts'
import { endAllSessions } from '../steps/end-session.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { savePerson } from '../steps/save-person.ts'

const linkInvalid = () => new Problem('auth/link-invalid', 'The invitation was used, withdrawn or is out of date')

/** Whoever reads the mail owns the address: they may see whether it has an account. */
export async function readInvitationLink({ db, clock }: Deps, token: string) {
  const found = await invitations.findByLink(db, clock(), hashSecret(token))
  if (!found) throw linkInvalid()
  const { personId, expiresAt, ...invitation } = found
  const person = await people.findOrRefuse(db, personId)
  return {
    ...invitation,
    email: person.email,
    hasAccount: hasProvenAccount(person),
    expiresAt: toSecond(expiresAt),
  }
}

/** Somebody else may have registered with the address, and never proved that it is theirs. */
const hasProvenAccount = ({ kind, emailVerified }: PersonRecord) => kind === 'account' && emailVerified

type Command = {
  token: string
  by: Id<'person'> | undefined
  name?: string | undefined
  password?: string | undefined
  locale: string
  ip: string
  device: Device
}
type Joined = { membership: { scope: Id<'business'>; role: BusinessRole }; signedIn: SignedIn | undefined }

/** The link proves the address. Who has no account makes one with a name and a password; who has one signs in first. */
export async function joinBusiness(deps: Deps, command: Command): Promise<Joined> {
  const { db, clock, credentials, throttle, limits } = deps
  const { token, by, name, password, locale, ip, device } = command
  await consumeFrom(throttle, 'join', ip, limits.registrationsFromOnePlace)
  const tokenHash = hashSecret(token)
  const now = clock()
  const person = await db.transaction().execute(async (tx) => {
    const invitation = await invitations.findByLink(tx, now, tokenHash)
    if (!invitation) throw linkInvalid()
    const invited = await people.lock(tx, invitation.personId)
    if (by === invited.id)
      return invited.emailVerified ? invited : savePerson(tx, now, { ...invited, emailVerified: true })
    if (hasProvenAccount(invited)) throw new Problem('auth/email-taken', 'Sign in with this address, then join')
    if (!name || !password) throw new Problem('auth/password-needed', 'Enter a name and a password')
    refuseGuessable(password, { email: invited.email, name })
    await emailLinks.invalidateAll(tx, now, invited.id)
    await endAllSessions(tx, now, invited.id)
    await audit(tx, now, { actor: invited.id, action: 'password.reset', subject: invited.id })
    return savePerson(tx, now, { ...invited, kind: 'account', name, locale, emailVerified: true })
  })
  const isNew = by !== person.id
  if (isNew && password) await credentials.set(person.id, password, now)
  return db.transaction().execute(async (tx) => {
    await people.lock(tx, person.id)
    const invitation = await invitations.findByLink(tx, now, tokenHash)
    const taken = invitation && (await invitations.take(tx, now, invitation))
    if (!taken) throw linkInvalid()
    const { businessId: scope, role, staffId } = taken
    if (!(await members.lock(tx, person.id, scope))?.role) {
      await refuseTooManyMemberships(tx, person.id)
      await changeRole(tx, now, person.id, { personId: person.id, scope, role, staffId })
    }
    if (!isNew) return { membership: { scope, role }, signedIn: undefined }
    await people.raisePasswordVersion(tx, person.id)
    await endAllSessions(tx, now, person.id)
    await acceptances.insert(tx, person.id, deps.documents, now)
    return { membership: { scope, role }, signedIn: await openSession(deps, tx, person, now, device) }
  })
}
