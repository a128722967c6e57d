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
import * as secondFactors from '../persistence/second-factors.ts'
import type { Device } from '../persistence/session-repository.ts'
import { changeRole } from '../steps/change-role.ts'
import { endAllSessions } from '../steps/end-session.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { savePerson } from '../steps/save-person.ts'
import { storePassword } from '../steps/store-password.ts'

const linkInvalid = () => new Problem('auth/link-invalid', 'The invitation was used, withdrawn or is out of date')

/** Whoever reads the mail owns the address: they may see whether it has an account. */
export async function readInvitationLink({ db, clock }: Deps, token: string) {
  const found = await invitations.findByLink(db, clock(), hashSecret(token))
  if (!found) throw linkInvalid()
  const { personId, expiresAt, ...invitation } = found
  const person = await people.findOrRefuse(db, personId)
  const closedBy = await people.passwordClosedBy(db, personId)
  return {
    ...invitation,
    email: person.email,
    hasAccount: hasProvenAccount(person) && closedBy !== notStored,
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

/** The link proves the address. Who has no account makes one with a name and a password, and where that could not be stored they try again with the link; who has one signs in first. */
export async function joinBusiness(deps: Deps, command: Command): Promise<Joined> {
  const { db, clock, throttle, limits } = deps
  const { token, by, name, password, locale, ip, device } = command
  await consumeFrom(throttle, 'join', ip, limits.registrationsFromOnePlace)
  const tokenHash = hashSecret(token)
  const now = clock()
  const { person, closed } = await db.transaction().execute(async (tx) => {
    const invitation = await invitations.findByLink(tx, now, tokenHash)
    if (!invitation) throw linkInvalid()
    const invited = await people.lock(tx, invitation.personId)
    if (by === invited.id) {
      const proven = { ...invited, emailVerified: true }
      return { person: invited.emailVerified ? invited : await savePerson(tx, now, proven), closed: undefined }
    }
    const isAgain = (await people.passwordClosedBy(tx, invited.id)) === notStored
    if (hasProvenAccount(invited) && !isAgain)
      throw new Problem('auth/email-taken', 'Sign in with this address, then join')
    if (!name || !password) throw new Problem('auth/password-needed', 'Enter a name and a password')
    refuseGuessable(password, { email: invited.email, name })
    await emailLinks.invalidateAll(tx, now, invited.id)
    await endAllSessions(tx, now, invited.id)
    await secondFactors.dropUnconfirmed(tx, invited.id)
    const account = { ...invited, kind: 'account', name, locale, emailVerified: true } as const
    return {
      person: await savePerson(tx, now, account),
      closed: { password, ...(await people.closePassword(tx, invited.id, 'invitation')) },
    }
  })
  const version = closed && (await storeFirst(deps, { personId: person.id, ...closed }))
  return db.transaction().execute(async (tx) => {
    const current = await people.lockPasswordVersion(tx, person.id)
    if (current === undefined || (closed && current !== version)) throw linkInvalid()
    const invitation = await invitations.findByLink(tx, now, tokenHash)
    const taken = invitation && (await invitations.take(tx, now, invitation))
    if (!taken) throw linkInvalid()
    const { businessId: scope, role, staffId } = taken
    if (!(await members.lock(tx, person.id, scope))?.role) {
      await refuseTooManyMemberships(tx, person.id)
      await changeRole(tx, now, person.id, { personId: person.id, scope, role, staffId })
    }
    if (!closed) return { membership: { scope, role }, signedIn: undefined }
    await acceptances.insert(tx, person.id, deps.documents, now)
    const signedIn = await openSession(deps, tx, person, now, { ...device, isOwn: true })
    return { membership: { scope, role }, signedIn }
  })
}

type First = people.Closed & { personId: Id<'person'>; password: string }

/** What has closed an account whose first password could not be stored. It has been seen by nobody: any invitation by mail makes it again. */
const notStored = 'first password not stored'

const storeFirst = (deps: Deps, { personId, password, ...closed }: First) =>
  storePassword(deps, {
    ...{ personId, password, closed },
    undo: (tx) => people.closePassword(tx, personId, notStored),
    done: (tx) => audit(tx, deps.clock(), { actor: personId, action: 'password.reset', subject: personId }),
  })
