import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { recoveryCodeCount } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { decrypt, encrypt } from '@buy-locals/service-kit/encryption'
import { hashSecret } from '@buy-locals/service-kit/secret'
import type { Id } from '@buy-locals/values/ids'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { formatRecoveryCode, readCode, recoveryCodeBytes } from '../domain/recovery-code.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import type { Device } from '../persistence/session-repository.ts'
import { confirmPassword, refuseReplaced } from '../steps/confirm-password.ts'
import { sendWarning } from '../steps/email-link.ts'
import { endAllSessions } from '../steps/end-session.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { countCode, wrongCode } from '../steps/use-code.ts'
import { findStep, newTotpSecret, totpUri } from '../totp.ts'

type Start = { personId: Id<'person'>; password: string }

/** An address has to be proven first: whoever registered with another's would lock them out of their account. */
export async function startSecondFactor(
  deps: Deps,
  { personId, password }: Start,
): Promise<{ secret: string; uri: string }> {
  const { db, clock, factorSecret } = deps
  const version = await confirmPassword(deps, personId, password)
  const { email, emailVerified } = await people.findOrRefuse(db, personId)
  if (!emailVerified) throw new Problem('auth/email-unverified', 'Verify your address first')
  const secret = newTotpSecret()
  const encrypted = encrypt(factorSecret, secret)
  const isStarted = await db.transaction().execute(async (tx) => {
    await refuseReplaced(tx, personId, version)
    return secondFactors.start(tx, personId, encrypted, clock())
  })
  if (!isStarted) throw isOn()
  return { secret, uri: totpUri(secret, email) }
}

const isOn = () => new Problem('auth/second-factor-on', 'The second factor is on already: turn it off first')

/** So long a secret waits for its first code. */
const patience = { hours: 1 }

type TurnOn = { personId: Id<'person'>; code: string; device: Device }

/** Sessions that a password alone has opened end, also the one that asks: its tokens say nothing of a code. */
export async function turnOnSecondFactor(
  deps: Deps,
  { personId, code, device }: TurnOn,
): Promise<SignedIn & { recoveryCodes: string[] }> {
  const { db, clock, factorSecret } = deps
  const counted = await countCode(deps, 'code-again', personId)
  const signedIn = await db.transaction().execute(async (tx) => {
    const now = clock()
    const factor = await secondFactors.lock(tx, personId)
    if (factor?.confirmedAt) throw isOn()
    if (!factor || isBefore(factor.startedAt.add(patience), now))
      throw new Problem('not-found', 'There is no secret to confirm: begin again')
    const step = findStep(decrypt(factorSecret, factor.secret), readCode(code), now)
    if (step === undefined) throw wrongCode()
    await secondFactors.turnOn(tx, personId, step, now)
    const recoveryCodes = await issueRecoveryCodes(tx, personId)
    await endAllSessions(tx, now, personId)
    await audit(tx, now, { actor: personId, action: 'second-factor.on', subject: personId })
    const person = await people.findOrRefuse(tx, personId)
    await sendWarning(tx, now, 'second-factor-on', person)
    return { ...(await openSession(deps, tx, person, now, { ...device, isOwn: true }, 'code')), recoveryCodes }
  })
  await counted.reset()
  return signedIn
}

/** In place of those before. They are shown once; only hashes are kept. */
async function issueRecoveryCodes(tx: Transaction<Database>, personId: Id<'person'>): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => formatRecoveryCode(randomBytes(recoveryCodeBytes)))
  await secondFactors.replaceRecoveryCodes(
    tx,
    personId,
    codes.map((code) => hashSecret(readCode(code))),
  )
  return codes
}

export const renewRecoveryCodes = async ({ db, clock }: Deps, personId: Id<'person'>): Promise<string[]> =>
  db.transaction().execute(async (tx) => {
    if (!(await secondFactors.lock(tx, personId))?.confirmedAt) throw isOff()
    await audit(tx, clock(), { actor: personId, action: 'recovery-codes.renewed', subject: personId })
    return issueRecoveryCodes(tx, personId)
  })

const isOff = () => new Problem('not-found', 'There is no second factor')
