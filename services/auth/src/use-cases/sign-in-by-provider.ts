import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { ProviderId } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { line } from '@buy-locals/contracts/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { consumeFrom } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { PersonRecord } from '../domain/person.ts'
import * as acceptances from '../persistence/acceptances.ts'
import type { Database } from '../persistence/database.ts'
import * as identities from '../persistence/identities.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import type { Device } from '../persistence/session-repository.ts'
import type { ProviderIdentity } from '../providers.ts'
import { sendWarning, warnOfDevice } from '../steps/email-link.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { readAttempt, readUnlinked, storeAttempt, storeUnlinked } from '../steps/provider-attempt.ts'
import { createPerson, savePerson } from '../steps/save-person.ts'
import { countCode, useCode } from '../steps/use-code.ts'
import { confirmPassword } from '../steps/confirm-password.ts'

type Begin = { provider: ProviderId; to: string; personId?: Id<'person'> }
type Begun = { url: string; attempt: string }

/** Where the browser goes, and what it keeps until it is back. */
export async function beginByProvider(deps: Deps, { provider, ...rest }: Begin): Promise<Begun> {
  const attempt = deps.providers.newAttempt()
  const url = await deps.providers.begin(provider, attempt)
  return { url, attempt: storeAttempt(deps, { provider, ...attempt, ...rest }) }
}

/** Whoever links a provider lets it sign them in from then on, so the password is asked for again. */
export async function beginLink(
  deps: Deps,
  { personId, password, ...begin }: Begin & { personId: Id<'person'>; password: string },
): Promise<Begun> {
  await confirmPassword(deps, personId, password)
  const { emailVerified } = await people.findOrRefuse(deps.db, personId)
  if (!emailVerified) throw new Problem('auth/email-unverified', 'Verify your address first')
  return beginByProvider(deps, { ...begin, personId })
}

type Finish = {
  provider: ProviderId
  response: Record<string, string>
  attempt: string | undefined
  /** Who is signed in in this browser. */
  by: Id<'person'> | undefined
  locale: string
  ip: string
  device: Device
  isOwnDevice: (personId: Id<'person'>) => Promise<boolean>
}
type Finished = { to: string; signedIn: SignedIn | undefined }

/** An identity that is linked signs its person in. One that is not makes an account where the address has none; where it has one, the password decides. */
export async function finishByProvider(deps: Deps, command: Finish): Promise<Finished> {
  const { provider, response, attempt: text, by } = command
  const attempt = readAttempt(deps, text)
  if (attempt.provider !== provider) throw new Problem('auth/provider-refused', 'Another provider was asked')
  const identity = await deps.providers.finish(provider, response, attempt)
  const { to, personId } = attempt
  if (personId) {
    if (by !== personId) throw new Problem('auth/provider-refused', 'Somebody else is signed in here')
    await link(deps, { ...identity, provider, personId })
    return { to, signedIn: undefined }
  }
  const linked = await identities.findPerson(deps.db, identity)
  if (linked) return { to, signedIn: await signInPerson(deps, linked, command) }
  const email = verifiedEmail(identity)
  const found = await people.findByEmail(deps.db, email)
  if (found?.kind === 'account') {
    if (!found.emailVerified) throw new Problem('auth/email-taken', 'Set a new password by mail first')
    const { issuer, subject } = identity
    const linkToken = storeUnlinked(deps, { provider, issuer, subject, email, personId: found.id, to })
    throw new Problem('auth/link-needed', 'There is an account with this address: enter its password', {
      linkToken,
      email,
    })
  }
  return { to, signedIn: await createFrom(deps, { ...identity, email }, command) }
}

/** An address that the provider has not verified may be anybody's. */
function verifiedEmail({ email, isEmailVerified }: ProviderIdentity): string {
  if (email && isEmailVerified) return email
  throw new Problem('auth/provider-unverified', 'The provider has not verified your address')
}

async function link(
  { db, clock }: Deps,
  identity: ProviderIdentity & { provider: ProviderId; personId: Id<'person'> },
): Promise<void> {
  const email = verifiedEmail(identity)
  await db.transaction().execute((tx) => insertLink(tx, clock(), { ...identity, email }))
}

type Link = Pick<ProviderIdentity, 'issuer' | 'subject'> & {
  provider: ProviderId
  personId: Id<'person'>
  email: string
}

async function insertLink(tx: Transaction<Database>, now: Temporal.Instant, one: Link): Promise<void> {
  const person = await people.lock(tx, one.personId)
  if (!(await identities.insert(tx, now, one))) {
    if ((await identities.findPerson(tx, one)) === person.id) return
    throw new Problem('auth/provider-taken', 'It is linked to another account, or this account to another one there')
  }
  await audit(tx, now, { actor: person.id, action: `provider.linked ${one.provider}`, subject: person.id })
  await sendWarning(tx, now, 'provider-linked', person)
}

/** The second factor is asked for whoever it is that vouches for the first. */
async function signInPerson(
  deps: Deps,
  personId: Id<'person'>,
  { device, isOwnDevice }: Pick<Finish, 'device' | 'isOwnDevice'>,
): Promise<SignedIn> {
  const { db, clock, tokens } = deps
  const isOwn = await isOwnDevice(personId)
  const signedIn = await db.transaction().execute(async (tx) => {
    const person = await people.lock(tx, personId)
    if (await secondFactors.findOn(tx, personId)) return undefined
    const now = clock()
    if (!isOwn && person.emailVerified) await warnOfDevice(tx, now, person, device)
    return openSession(deps, tx, person, now, device, 'provider')
  })
  if (signedIn) return signedIn
  const passwordVersion = await people.passwordVersion(db, personId)
  const { token: signInToken } = await tokens.signIn({ personId, passwordVersion })
  throw new Problem('auth/code-needed', 'Enter a code from your phone as well', { signInToken })
}

/** Without a password: whoever wants one asks for a link to set it. Whoever was invited keeps the id under which they were. */
async function createFrom(
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
    if (!(await identities.insert(tx, now, { ...identity, provider, personId: person.id })))
      throw new Problem('auth/provider-taken', 'It is linked to another account')
    await acceptances.insert(tx, person.id, deps.documents, now)
    return openSession(deps, tx, person, now, device, 'provider')
  })
}

async function claimAddress(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  account: Omit<PersonRecord, 'id' | 'version'>,
): Promise<PersonRecord> {
  const created = await createPerson(tx, now, account)
  if (created) return created
  const found = await people.findByEmail(tx, account.email)
  const locked = found && (await people.lock(tx, found.id))
  if (locked?.kind !== 'invited') throw people.emailTaken()
  return savePerson(tx, now, { ...locked, ...account })
}

type Confirm = { linkToken: string; password: string; code?: string | undefined; device: Device }

/** Whoever has the account says so with its password, and its code where it has a second factor: then the provider is linked, and they are in. */
export async function confirmLink(
  deps: Deps,
  { linkToken, password, code, device }: Confirm,
): Promise<{ to: string; signedIn: SignedIn }> {
  const { db, clock } = deps
  const unlinked = readUnlinked(deps, linkToken)
  const { personId, to } = unlinked
  const version = await people.passwordVersion(db, personId)
  await confirmPassword(deps, personId, password)
  const hasFactor = (await secondFactors.findOn(db, personId)) !== undefined
  if (hasFactor && code === undefined) throw new Problem('auth/code-needed', 'Enter a code from your phone as well')
  const counted = hasFactor ? await countCode(deps, 'code', personId) : undefined
  const signedIn = await db.transaction().execute(async (tx) => {
    const now = clock()
    if ((await people.lockPasswordVersion(tx, personId)) !== version)
      throw new Problem('auth/wrong-credentials', 'The password is wrong')
    const openedWith = code !== undefined && hasFactor ? await useCode(deps, tx, now, { personId, code }) : 'password'
    await insertLink(tx, now, unlinked)
    return openSession(deps, tx, await people.lock(tx, personId), now, device, openedWith)
  })
  await counted?.reset()
  return { to, signedIn }
}

export async function unlink(
  { db, clock }: Deps,
  { personId, provider }: { personId: Id<'person'>; provider: ProviderId },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await identities.remove(tx, personId, provider))) throw new Problem('not-found', 'It is not linked')
    const now = clock()
    await audit(tx, now, { actor: personId, action: `provider.unlinked ${provider}`, subject: personId })
    await sendWarning(tx, now, 'provider-unlinked', await people.findOrRefuse(tx, personId))
  })
}
