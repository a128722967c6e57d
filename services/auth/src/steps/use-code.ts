import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { OpenedWith } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import { decrypt } from '@buy-locals/service-kit/encryption'
import { hashSecret } from '@buy-locals/service-kit/secret'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { isOfPhone, readCode } from '../domain/recovery-code.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import { findStep } from '../totp.ts'
import { sendWarning } from './email-link.ts'

type Used = { personId: Id<'person'>; code: string }

/** Before it is looked at, so that many at once count too. */
export async function countCode(
  { throttle, limits }: Pick<Deps, 'throttle' | 'limits'>,
  name: 'code' | 'code-again',
  personId: Id<'person'>,
): Promise<{ reset(): Promise<void> }> {
  await throttle.consume(name, personId, limits.codes)
  await throttle.consume(`${name}-day`, personId, limits.codesInADay)
  return { reset: () => throttle.reset(name, personId) }
}

/** Of a factor that is on. A code opens something once, and so do those of the steps before it. */
export async function useCode(
  { factorSecret }: Pick<Deps, 'factorSecret'>,
  tx: Transaction<Database>,
  now: Temporal.Instant,
  { personId, code: typed }: Used,
): Promise<Extract<OpenedWith, 'code' | 'recovery-code'>> {
  const factor = await secondFactors.lock(tx, personId)
  if (!factor?.confirmedAt) throw wrongCode()
  const code = readCode(typed)
  if (isOfPhone(code)) {
    const step = findStep(decrypt(factorSecret, factor.secret), code, now)
    if (step === undefined || step <= factor.lastStep) throw wrongCode()
    await secondFactors.useStep(tx, personId, step)
    return 'code'
  }
  if (!(await secondFactors.useRecoveryCode(tx, personId, hashSecret(code)))) throw wrongCode()
  await audit(tx, now, { actor: personId, action: 'recovery-code.used', subject: personId })
  await sendWarning(tx, now, 'recovery-code-used', await people.findOrRefuse(tx, personId))
  return 'recovery-code'
}

export const wrongCode = (): Problem => new Problem('auth/wrong-code', 'The code is wrong, or was used before')
