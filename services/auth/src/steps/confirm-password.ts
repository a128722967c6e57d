import type { Transaction } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'
import { movePassword } from './store-password.ts'

type PasswordDeps = Pick<Deps, 'db' | 'clock' | 'credentials'>

/** Whether it opens that account. One of before moves to where passwords are stored now. */
export async function fitsPassword(
  deps: PasswordDeps,
  account: people.OpenAccount | undefined,
  password: string,
): Promise<boolean> {
  const fits = await deps.credentials.fits(account?.personId, password)
  if (account && typeof fits === 'function') await movePassword(deps, account, fits)
  return fits !== false
}

/** Whoever finds an open screen changes nothing that locks its person out. Tries are counted before the password is looked at. Returns its version. */
export async function confirmPassword(
  deps: PasswordDeps & Pick<Deps, 'throttle' | 'limits'>,
  personId: Id<'person'>,
  password: string,
): Promise<number> {
  const { db, throttle, limits } = deps
  await throttle.consume('password-again', personId, limits.passwordsFromOnePlace)
  const account = await people.findOpenAccount(db, personId)
  const uncount = () => throttle.uncount('password-again', personId, limits.passwordsFromOnePlace)
  const fits = await unlessAway(fitsPassword(deps, account, password), uncount)
  if (!account || !fits) throw wrongPassword()
  return account.version
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
