import type { Transaction } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'

/** Whoever finds an open screen changes nothing that locks its person out. Tries are counted before the password is looked at. Returns its version. */
export async function confirmPassword(
  { db, credentials, throttle, limits }: Pick<Deps, 'db' | 'credentials' | 'throttle' | 'limits'>,
  personId: Id<'person'>,
  password: string,
): Promise<number> {
  await throttle.consume('password-again', personId, limits.passwordsFromOnePlace)
  const version = await people.openPasswordVersion(db, personId)
  const uncount = () => throttle.uncount('password-again', personId, limits.passwordsFromOnePlace)
  const shown = credentials.fits(version === undefined ? undefined : personId, password)
  if (!(await unlessAway(shown, uncount)) || version === undefined) throw wrongPassword()
  return version
}

/** What a user pool did not look at is no try: otherwise whoever goes on while it is away is locked out when it is back. */
export const unlessAway = (check: Promise<boolean>, uncount: () => Promise<unknown>): Promise<boolean> =>
  check.catch(async (error: unknown) => {
    if (error instanceof Problem && error.code === 'auth/passwords-unavailable') await uncount()
    throw error
  })

/** To look at a password takes a while: what has been replaced in the meantime changes nothing. */
export async function refuseReplaced(
  tx: Transaction<Database>,
  personId: Id<'person'>,
  version: number,
): Promise<void> {
  if ((await people.lockPasswordVersion(tx, personId)) !== version) throw wrongPassword()
}

export const wrongPassword = (): Problem => new Problem('auth/wrong-credentials', 'The password is wrong')
