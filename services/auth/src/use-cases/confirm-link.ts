import { Problem } from '@buy-locals/contracts/problem'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import type { Device } from '../persistence/session-repository.ts'
import { confirmPassword, refuseReplaced } from '../steps/confirm-password.ts'
import { linkProvider } from '../steps/link-provider.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { isOwnDevice } from '../steps/own-device.ts'
import { readUnlinked } from '../steps/provider-attempt.ts'
import { countCode, useCode } from '../steps/use-code.ts'

type Confirm = {
  linkToken: string
  password: string
  code?: string | undefined
  device: Device
  deviceToken: string | undefined
}

/** Whoever has the account says so with its password, and its code where it has a second factor: then the provider is linked, and they are in. */
export async function confirmLink(
  deps: Deps,
  { linkToken, password, code, device, deviceToken }: Confirm,
): Promise<{ to: string; signedIn: SignedIn }> {
  const { db, clock } = deps
  const unlinked = readUnlinked(deps, linkToken)
  const { personId, to } = unlinked
  const version = await confirmPassword(deps, personId, password)
  const hasFactor = (await secondFactors.findOn(db, personId)) !== undefined
  if (hasFactor && code === undefined) throw new Problem('auth/code-needed', 'Enter a code from your phone as well')
  const counted = hasFactor ? await countCode(deps, 'code', personId) : undefined
  const isOwn = await isOwnDevice(deps, deviceToken, personId)
  const signedIn = await db.transaction().execute(async (tx) => {
    const now = clock()
    await refuseReplaced(tx, personId, version)
    const openedWith = code !== undefined && hasFactor ? await useCode(deps, tx, now, { personId, code }) : 'password'
    await linkProvider(tx, now, unlinked)
    const person = await people.lock(tx, personId)
    return openSession(deps, tx, person, now, { ...device, isOwn }, openedWith)
  })
  await counted?.reset()
  return { to, signedIn }
}
