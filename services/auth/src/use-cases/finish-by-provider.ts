import type { ProviderId } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { line } from '@buy-locals/contracts/shapes'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as acceptances from '../persistence/acceptances.ts'
import * as identities from '../persistence/identities.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import type { Device } from '../persistence/session-repository.ts'
import type { ProviderIdentity } from '../providers.ts'
import { claimAddress } from '../steps/claim-address.ts'
import { linkProvider } from '../steps/link-provider.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { isOwnDevice } from '../steps/own-device.ts'
import { readAttempt, storeUnlinked } from '../steps/provider-attempt.ts'

type Finish = {
  provider: ProviderId
  response: Record<string, string>
  attempt: string | undefined
  /** Who is signed in in this browser. */
  by: Id<'person'> | undefined
  locale: string
  ip: string
  device: Device
  deviceToken: string | undefined
}
type Finished = { to: string; signedIn: SignedIn | undefined }

/** An identity that is linked signs its person in. One that is not makes an account where the address has none; where it has one, the password decides. */
export async function finishByProvider(deps: Deps, command: Finish): Promise<Finished> {
  const { db, clock, providers } = deps
  const { provider, response, attempt: text, by } = command
  const attempt = readAttempt(deps, text)
  if (attempt.provider !== provider) throw new Problem('auth/provider-refused', 'Another provider was asked')
  const identity = await providers.finish(provider, response, attempt)
  const { to, personId, passwordVersion } = attempt
  if (personId) {
    if (by !== personId) throw new Problem('auth/provider-refused', 'Somebody else is signed in here')
    const link = { ...identity, email: verifiedEmail(identity), provider, personId }
    await db.transaction().execute(async (tx) => {
      if ((await people.lockPasswordVersion(tx, personId)) !== passwordVersion)
        throw new Problem('auth/provider-refused', 'The password has changed since: begin again')
      await linkProvider(tx, clock(), link)
    })
    return { to, signedIn: undefined }
  }
  const linked = await identities.findPerson(db, identity)
  if (linked) return { to, signedIn: await signInPerson(deps, linked, { ...command, to }) }
  const email = verifiedEmail(identity)
  const found = await people.findByEmail(db, email)
  if (found?.kind === 'account') {
    if (!found.emailVerified) throw new Problem('auth/email-taken', 'Set a new password by mail first')
    const { issuer, subject } = identity
    const linkToken = storeUnlinked(deps, { provider, issuer, subject, email, personId: found.id, to })
    throw new Problem('auth/link-needed', 'There is an account with this address: enter its password', {
      linkToken,
      email,
    })
  }
  return { to, signedIn: await createAccount(deps, { ...identity, email }, command) }
}

/** An address that the provider has not verified may be anybody's. */
function verifiedEmail({ email, isEmailVerified }: ProviderIdentity): string {
  if (email && isEmailVerified) return email
  throw new Problem('auth/provider-unverified', 'The provider has not verified your address')
}

/** The second factor is asked for whoever it is that vouches for the first. */
async function signInPerson(
  deps: Deps,
  personId: Id<'person'>,
  { to, device, deviceToken }: Pick<Finish, 'device' | 'deviceToken'> & { to: string },
): Promise<SignedIn> {
  const { db, clock, tokens } = deps
  const isOwn = await isOwnDevice(deps, deviceToken, personId)
  const signedIn = await db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, personId)
    if (await secondFactors.findOn(tx, personId)) return undefined
    return openSession(deps, tx, person, clock(), { ...device, isOwn }, 'provider')
  })
  if (signedIn) return signedIn
  const passwordVersion = await people.passwordVersion(db, personId)
  const { token: signInToken } = await tokens.signIn({ personId, passwordVersion })
  throw new Problem('auth/code-needed', 'Enter a code from your phone as well', { signInToken, to })
}

/** Without a password: whoever wants one asks for a link to set it. */
async function createAccount(
  deps: Deps,
  identity: ProviderIdentity & { email: string },
  { provider, locale, ip, device }: Finish,
): Promise<SignedIn> {
  const { db, clock, throttle, limits } = deps
  await consumeFrom(throttle, 'register', ip, limits.registrationsFromOnePlace)
  await consumeFrom(throttle, 'register-day', ip, limits.registrationsInADay)
  const { email } = identity
  const name = line(80).safeParse(identity.name).data ?? email.split('@')[0]?.slice(0, 80) ?? email
  const account = { kind: 'account', email, emailVerified: true, name, locale } as const
  return db.transaction().execute(async (tx) => {
    const now = clock()
    const person = await claimAddress(tx, now, account)
    if (!person) throw people.emailTaken()
    if (!(await identities.insert(tx, now, { ...identity, provider, personId: person.id })))
      throw new Problem('auth/provider-taken', 'It is linked to another account')
    await acceptances.insert(tx, person.id, deps.documents, now)
    return openSession(deps, tx, person, now, { ...device, isOwn: true }, 'provider')
  })
}
